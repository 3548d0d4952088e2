# SPDX-License-Identifier: EUPL-1.2
"""The mark of who looks, on every page and photo that they see, so that a leak can be traced (R144)."""

from uuid import UUID

from buurtwacht.lib.crypto import fingerprint

from .models import Person

HALF = 4  # signs on each side of the dash
MISREAD = str.maketrans("OQDILZSG", "00011256")  # what somebody may read for a sign that a mark has


def reference_of(person: Person) -> str:
    """A short mark that leads back to this person for whoever has the keys, and to nobody else: "7A2C-9DFA"."""
    return reference_for(person.pk)


def reference_for(person_id: UUID) -> str:
    """The same by the id."""
    mark = fingerprint(str(person_id), "viewer")[: 2 * HALF].upper()
    return f"{mark[:HALF]}-{mark[HALF:]}"


def matches(typed: str, reference: str) -> bool:
    """Is this the mark that somebody read from a screenshot: the whole of it, or one half of it?"""
    signs = _signs(typed)
    return len(signs) >= HALF and (signs == _signs(reference) or signs in map(_signs, reference.split("-")))


def _signs(text: str) -> str:
    """Letters and digits only, and those that look alike as one."""
    return "".join(sign for sign in text.upper() if sign.isascii() and sign.isalnum()).translate(MISREAD)
