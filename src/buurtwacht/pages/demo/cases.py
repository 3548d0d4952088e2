# SPDX-License-Identifier: EUPL-1.2
"""A case in the Vogelbuurt: Gerrit, its moderator, proposed to remove somebody, and Anna has to say yes or no."""

from datetime import timedelta

from django.utils import timezone

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import appoint_moderator
from buurtwacht.moderation.cases.queries import waiting_in
from buurtwacht.moderation.cases.services import mark_lapsed, open_case, propose_measure
from buurtwacht.moderation.models import Case

from .clock import as_if
from .people import OTHERS, PLAYERS

RULE = "words"
QUOTED = "Wat een idioot ben jij, lees de regels."
NOTE = "Schold twee keer een buur uit onder een melding. Het programma vroeg eerst om andere woorden."
TALKED = "We belden. Afgesproken dat vragen naar de coördinator gaan, in rustige woorden."
WARNED = "Dit is de tweede keer. Stel vragen aan de coördinator en laat de melding met rust."
WHY = "Na een gesprek en een waarschuwing gebeurde het een derde keer."
HOURS_AGO = timedelta(hours=4)  # so that twenty hours are left


def keep_a_case_waiting() -> None:
    """A proposal that waits for Anna's answer; a new one when the last lapsed. Doing it twice changes nothing."""
    group = WatchGroup.objects.select_related("organisation").filter(slug="vogelbuurt").first()
    if group is None:
        return
    mark_lapsed(timezone.now())
    gerrit = _member(group, "gerrit")
    case = Case.objects.filter(group=group, closed_at=None, opened_by=gerrit.person).first() if gerrit else None
    if gerrit is None or (case and waiting_in(case).exists()):
        return
    if case is None and (case := _told(group, gerrit)) is None:
        return
    with as_if(timezone.now() - HOURS_AGO):
        propose_measure(case, "removal", by=gerrit.person, reason=WHY)


def _told(group: WatchGroup, gerrit: Membership) -> Case | None:
    """What went before: a talk and a warning. Nobody of the cast is accused."""
    cast = [player.email for player in (*PLAYERS, *OTHERS)]
    others = group.memberships.filter(left_at=None, role=Membership.Role.MEMBER).exclude(pk=gerrit.pk)
    accused = others.exclude(person__email__in=cast).select_related("person").order_by("joined_at", "pk").first()
    if accused is None:
        return None
    now = timezone.now()
    with as_if(now - timedelta(days=9)):
        appoint_moderator(gerrit)
        case = open_case(accused, rule=RULE, by=gerrit.person, note=NOTE, quoted=QUOTED)
        propose_measure(case, "talk", by=gerrit.person, reason=TALKED)
    with as_if(now - timedelta(days=3)):
        propose_measure(case, "warning", by=gerrit.person, reason=WARNED)
    return case


def _member(group: WatchGroup, key: str) -> Membership | None:
    """Somebody of the cast, while they take part."""
    emails = [player.email for player in (*PLAYERS, *OTHERS) if player.key == key]
    members = group.memberships.filter(left_at=None, person__email__in=emails)
    return members.select_related("person", "group__organisation").first()
