# SPDX-License-Identifier: EUPL-1.2
"""What is worth knowing in the Vogelbuurt: message 12 of the requirements to be read, and one of Dirk's that waits."""

from datetime import timedelta

from django.utils import timezone, translation

from buurtwacht.groups.info.queries import current_notes, waiting_notes
from buurtwacht.groups.info.rules import USUAL_DAYS
from buurtwacht.groups.info.services import Role, offer_note, publish_note
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from .people import DOMAIN

TRICK = "Deze week babbeltrucs in onze wijk. Tip: ketting op de deur, bel bij twijfel 112."
BIKES = "Bij het station zijn vorige week elf fietsen gestolen. Tip: zet uw fiets met twee sloten vast aan een hek."


def keep_info() -> None:
    """One note to read and one that waits, where there is none now."""
    group = WatchGroup.objects.select_related("organisation").get(slug="vogelbuurt")
    anna, dirk = (Person.objects.get(email=f"{key}@{DOMAIN}") for key in ("anna", "dirk"))
    first = timezone.localdate(timezone=group.tz)
    last = first + timedelta(days=USUAL_DAYS - 1)
    with translation.override(group.organisation.language):
        if not current_notes(group).exists():
            note = offer_note(group, words=TRICK, first=first, last=last, role=Role.OFFICER, by=dirk)
            publish_note(note, by=anna)
        if not waiting_notes(group).exists():
            offer_note(group, words=BIKES, first=first, last=last, role=Role.OFFICER, by=dirk)
