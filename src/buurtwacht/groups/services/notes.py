# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.groups.models import GroupNote, GroupStep, WatchGroup
from buurtwacht.groups.starting import STEPS
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

LONGEST_NOTE = 2000  # characters


@transaction.atomic
def add_note(group: WatchGroup, *, words: str, role: str, by: Person) -> GroupNote:
    """Write advice or an arrangement in the log of a group. It stays as it was written."""
    words = words.strip()
    if not words:
        raise DomainError(_("Write down what was said or arranged."))
    if len(words) > LONGEST_NOTE:
        raise DomainError(_("This is longer than 2000 characters. Make it shorter, or write two notes."))
    note = GroupNote.objects.create(group=group, author=by, role=role, words=words)
    record("group.note_added", group.pk, by=by, group=group.pk, note=note.pk, role=role)
    return note


@transaction.atomic
def tick_steps(group: WatchGroup, names: list[str], *, by: Person) -> None:
    """These steps of the checklist are done, and the others are not. Who ticked first stays on record."""
    WatchGroup.objects.select_for_update().get(pk=group.pk)
    wanted = {name for name in names if name in STEPS}
    done = set(group.steps.values_list("name", flat=True))
    if wanted == done:
        return
    group.steps.exclude(name__in=wanted).delete()
    GroupStep.objects.bulk_create([GroupStep(group=group, name=name, done_by=by) for name in sorted(wanted - done)])
    record("group.steps_changed", group.pk, by=by, group=group.pk, done=len(wanted))
