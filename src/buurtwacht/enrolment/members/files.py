# SPDX-License-Identifier: EUPL-1.2
"""Lists as CSV for a spreadsheet: with a mark for UTF-8, and no cell that it would run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import tzinfo

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import ImportLine
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.phones import readable_phone

from .reading.values import FIELDS
from .sentences import FIELDS as NAMES
from .sentences import words_for

MARK = "\ufeff"  # by which Excel knows that this is UTF-8
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: object) -> str:
    """The same text, with an apostrophe in front where a spreadsheet would calculate (OWASP, CSV injection)."""
    text = str(value)
    return f"'{text}" if text.startswith(RUNS) else text


def csv_of(names: Sequence[str | Promise], rows: Iterable[Sequence[object]]) -> str:
    """A whole file, with semicolons, as spreadsheets here expect."""
    text = io.StringIO()
    text.write(MARK)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in names])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def register_csv(memberships: Iterable[Membership], group: WatchGroup) -> str:
    """The register: what the coordinator needs to reach people, and nothing more (R051)."""
    names = [NAMES[name] for name in FIELDS] + [_("Member since"), _("Role")]
    country, zone = group.policy.country, group.tz
    return csv_of(names, (_member_cells(one, country, zone) for one in memberships))


def _member_cells(membership: Membership, country: str, zone: tzinfo) -> list[str]:
    person = membership.person
    return [
        person.first_name,
        person.family_name,
        "" if person.email.endswith(".invalid") else person.email,
        readable_phone(membership.phone, country) if membership.phone else "",
        membership.street,
        membership.house_number,
        membership.postcode,
        membership.town,
        timezone.localdate(membership.joined_at, zone).isoformat(),
        membership.get_role_display(),
    ]


def wrong_lines_csv(lines: Iterable[ImportLine]) -> str:
    """The lines that need repair, as they stood in the file, each with what is wrong: to correct and bring again."""
    names = [NAMES[name] for name in FIELDS] + [_("What is wrong")]
    rows = (
        [*((line.values or {}).get(name, "") for name in FIELDS), "; ".join(map(words_for, line.problems))]
        for line in lines
    )
    return csv_of(names, rows)
