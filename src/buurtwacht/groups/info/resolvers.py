# SPDX-License-Identifier: EUPL-1.2
"""Whom a digest and a question concern. The words stand in `letters.py`."""

from datetime import UTC, datetime

from django.db.models import Q

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.groups.models import InfoNote
from buurtwacht.groups.notices import coordinators_in, told
from buurtwacht.people.models import Person

from . import letters
from .handlers import WAITING
from .queries import notes_for
from .services import DIGEST


@resolves(DIGEST)
def send_digest(intent: Intent) -> Resolved:
    """What was withdrawn since is left out; with nothing left, or nobody any more, nothing is sent."""
    person = Person.objects.filter(pk=intent.subject_id, is_active=True).exclude(info=Person.Info.NONE).first()
    if person is None:
        return Resolved()
    since, up_to = (datetime.fromtimestamp(int(intent.facts[name]), UTC) for name in ("since", "up_to"))
    notes = notes_for(person, since, up_to)
    if not notes:
        return Resolved()
    return told(intent, notes[0].group, Q(person=person), lambda: letters.digest(notes, person))


@resolves(WAITING)
def ask_the_coordinators(intent: Intent) -> Resolved:
    """All of them but who offered it."""
    note = InfoNote.objects.select_related("group__organisation").filter(pk=intent.subject_id).first()
    if note is None or note.state != InfoNote.State.WAITING:
        return Resolved()
    others = coordinators_in(note.group) & ~Q(person=note.author_id)
    return told(intent, note.group, others, lambda: letters.waiting(note.group))
