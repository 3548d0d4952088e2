# SPDX-License-Identifier: EUPL-1.2
"""The words of a digest, and of the question to a coordinator. Calm: nothing in it asks for haste."""

from collections.abc import Sequence
from itertools import groupby

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.models import InfoNote, WatchGroup
from buurtwacht.groups.notices import Notice
from buurtwacht.lib.clock import day
from buurtwacht.people.models import Person

MOST_SHOWN, LONGEST_SHOWN = 3, 160  # notes, and characters of each, where there is no room for a letter


def digest(notes: Sequence[InfoNote], person: Person) -> Notice:
    """Everything that is new for this person in all their groups, in one message."""
    groups = list({note.group_id: note.group for note in notes}.values())
    names = ", ".join(group.name for group in groups)
    return Notice(
        title=_("Info, no alarm: %(groups)s") % {"groups": names},
        body=_short(notes, person),
        path=reverse("group_info", args=[groups[0].slug]) if len(groups) == 1 else reverse("home"),
        letter=_letter(notes),
    )


def waiting(group: WatchGroup) -> Notice:
    """Something was offered; what it says is read on the page."""
    return Notice(
        title=_("Info for %(group)s waits for you") % {"group": group.name},
        body=_("Somebody offers information for your neighbours. You decide whether they read it, and how."),
        path=reverse("desk_info", args=[group.slug]),
    )


def _short(notes: Sequence[InfoNote], person: Person) -> str:
    """The words themselves, unless this person keeps a locked screen empty."""
    count = len(notes)
    if person.lock_screen == Person.LockScreen.SHORT:
        words = ngettext(
            "%(count)s note. Read it when it suits you.", "%(count)s notes. Read them when it suits you.", count
        )
        return words % {"count": count}
    lines = [Truncator(" ".join(note.words.split())).chars(LONGEST_SHOWN) for note in notes[:MOST_SHOWN]]
    if left := count - len(lines):
        lines.append(ngettext("And %(count)s more.", "And %(count)s more.", left) % {"count": left})
    return "\n".join(lines)


def _letter(notes: Sequence[InfoNote]) -> str:
    parts = [_("This is information, no alarm. You need not do anything now.")]
    for name, here in groupby(notes, key=lambda note: note.group.name):
        parts += [name, *(_told(note) for note in here)]
    parts.append(_("You choose under My phone how often you get this: every week, every day, or never."))
    return "\n\n".join(parts)


def _told(note: InfoNote) -> str:
    until = day(note.last_moment, note.group.tz)
    role = str(note.get_role_display())
    return f"{note.words}\n" + _("(%(role)s, until %(day)s)") % {"role": role, "day": until}
