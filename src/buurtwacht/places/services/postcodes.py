# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction

from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id
from buurtwacht.places.importing.postcode_file import Line, read
from buurtwacht.places.models import Postcode

from .areas import Imported

AT_A_TIME = 2000
Key = tuple[str, str, str, int | None, int | None]


@transaction.atomic
def import_postcodes(path: Path, *, country: str = "") -> Imported:
    """Take the postcodes of a CSV file over, all or none. The same file again changes nothing.

    `country` says what each postcode is of; without it, each tells by itself. Raises `BadFile`.
    """
    lines = {_key(line): line for line in reversed(read(path, country=country))}  # of two the same, the first counts
    known = _known(lines.values())
    added = [Postcode(**line.values) for key, line in lines.items() if key not in known]
    changed = [known[key] for key, line in lines.items() if key in known and _takes_over(known[key], line)]
    Postcode.objects.bulk_create(added, batch_size=AT_A_TIME)
    Postcode.objects.bulk_update(changed, ["town", "latitude", "longitude"], batch_size=AT_A_TIME)
    done = Imported(len(added), len(changed), len(lines) - len(added) - len(changed), ())
    record("postcodes.imported", new_id(), country=country, added=done.added, changed=done.changed)
    return done


def _known(lines: Iterable[Line]) -> dict[Key, Postcode]:
    codes = sorted({line.code for line in lines})
    found: dict[Key, Postcode] = {}
    for start in range(0, len(codes), AT_A_TIME):
        rows = Postcode.objects.select_for_update().filter(code__in=codes[start : start + AT_A_TIME])
        found |= {_key(row): row for row in rows}
    return found


def _key(one: Line | Postcode) -> Key:
    return one.country, one.code, one.street, one.first_number, one.last_number


def _takes_over(row: Postcode, line: Line) -> bool:
    """Give the row what the file says; True when that was something else."""
    said = (line.town, line.latitude, line.longitude)
    if (row.town, row.latitude, row.longitude) == said:
        return False
    row.town, row.latitude, row.longitude = said
    return True
