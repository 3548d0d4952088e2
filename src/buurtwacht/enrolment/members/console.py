# SPDX-License-Identifier: EUPL-1.2
"""Taking over a list from the command line: what the page shows, in lines of text."""

from collections.abc import Iterator

from django.utils.translation import override

from buurtwacht.enrolment.models import MemberImport
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .queries.imports import noted_lines, overview_of, wrong_lines
from .sentences import FILES, line_in_words
from .services import ask_everybody, read_import, start_import


def take_over(group: WatchGroup, data: bytes, *, by: Person | None = None, ask: bool = False) -> Iterator[str]:
    """Read a list now, and say how it looks; with `ask` the questions go out, by the worker.

    Raises `DomainError` when the list cannot be read, or when there is nobody to ask.
    """
    found = start_import(group, data, by=by)
    read_import(found.pk)
    found.refresh_from_db()
    if found.status == MemberImport.Status.UNREADABLE:
        raise DomainError(str(FILES.get(found.problem, found.problem)))
    overview = overview_of(found)
    yield f"{overview.good} can be asked, {overview.wrong} cannot."
    yield from _problems(found)
    if ask:
        ask_everybody(found, by=by)
        yield f"{overview.good} questions go out, as soon as the worker runs."
    else:
        yield f"Nobody was asked. The list waits in /bureau/{group.slug}/leden/overnemen/ or ask at once with --ask."


def _problems(found: MemberImport) -> Iterator[str]:
    """Every line with something to look at, by its number and without what stands in it."""
    is_card = found.kind == "vcard"
    with override("en"):
        for title, lines in (("Cannot be asked:", wrong_lines(found)), ("Look at these:", noted_lines(found))):
            told = [line_in_words(line.number, line.problems, is_card=is_card) for line in lines.order_by("number")]
            yield from [title, *told] if told else []
