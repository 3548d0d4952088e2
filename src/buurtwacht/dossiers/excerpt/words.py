# SPDX-License-Identifier: EUPL-1.2
"""How the conversation stands in the dossier: its lines, where it came from, and its digest."""

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from buurtwacht.lib.clock import clock, full_day
from buurtwacht.people.models import Person

from .window import Said

if TYPE_CHECKING:
    from buurtwacht.dossiers.models import Excerpt


@dataclass(frozen=True, slots=True)
class Talk:
    """What the police read of it."""

    lines: tuple[Said, ...]
    origin: str
    digest: str


def digest_of(lines: list[dict[str, str]]) -> str:
    """SHA-256 (hex) over the lines as JSON with sorted keys and no spaces: anybody can work it out again."""
    text = json.dumps(lines, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def talk_of(excerpt: "Excerpt") -> Talk:
    """In the language that is active."""
    person = Person.objects.filter(pk=excerpt.by_id).first()
    zone = excerpt.dossier.report.group.tz
    at = f"{full_day(excerpt.at, zone)}, {clock(excerpt.at, zone)}"
    origin = _(
        "From a WhatsApp export, brought in by %(name)s, coordinator, on %(time)s. Names were shortened and telephone "
        "numbers taken out. The program cannot prove that it is unaltered or complete."
    ) % {"name": person.first_name if person else "–", "time": at}
    return Talk(tuple(Said(**line) for line in excerpt.lines), origin, digest_of(excerpt.lines))
