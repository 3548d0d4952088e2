# SPDX-License-Identifier: EUPL-1.2
"""An appeal from the Bloemenbuurt: Sita suspended a member, who does not agree. Anna and Eva had no part in it."""

from datetime import timedelta

from django.utils import timezone

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.moderation.appeals.services import make_appeal, say_view
from buurtwacht.moderation.cases.services import open_case, propose_measure
from buurtwacht.moderation.models import Appeal

from .clock import as_if
from .people import PLAYERS

RULE = "words"
QUOTED = "Die bezorger hoort hier niet, kijk maar hoe hij eruitziet."
NOTE = "Schreef dit onder een melding over een pakket. Het programma had iets anders voorgesteld."
VIEW = "Ik was moe en boos. Ik heb het dezelfde avond weggehaald."
WHY = "Dit gaat over hoe iemand eruitziet, niet over wat hij doet. Neem een maand afstand."
WORDS = "Ik heb mijn woorden zelf weggehaald en sorry gezegd. Een maand vind ik te lang: een week is genoeg."
LENGTH = timedelta(days=30)


def keep_an_appeal_waiting() -> None:
    """One appeal that waits for a judge of another group. Doing it twice changes nothing."""
    group = WatchGroup.objects.select_related("organisation").filter(slug="bloemenbuurt").first()
    if group is None or Appeal.objects.filter(measure__case__group=group).exists():
        return
    sita, member = coordinators_of(group).first(), _somebody(group)
    if sita is None or member is None:
        return
    now = timezone.now()
    with as_if(now - timedelta(days=5)):
        case = open_case(member, rule=RULE, by=sita.person, note=NOTE, quoted=QUOTED)
        say_view(case, VIEW)
        until = timezone.now() + LENGTH
        measure = propose_measure(case, "suspension", by=sita.person, reason=WHY, until=until)
    with as_if(now - timedelta(days=3)):
        make_appeal(measure, WORDS, by=member.person)


def _somebody(group: WatchGroup) -> Membership | None:
    """Nobody of the cast is accused."""
    cast = [player.email for player in PLAYERS]
    others = group.memberships.filter(left_at=None, role=Membership.Role.MEMBER).exclude(person__email__in=cast)
    return others.select_related("person", "group__organisation").order_by("joined_at", "pk").first()
