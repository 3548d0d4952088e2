# SPDX-License-Identifier: EUPL-1.2
"""Making a photo unrecognisable, by fields of a grid or by areas that somebody drew; and saying no to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.reports.blurring import MOST_AREAS, Area, Cell, area_of, grid_of
from buurtwacht.reports.models import Photo


@dataclass(frozen=True, slots=True)
class GridCell:
    """A field over the photo, with the name by which somebody hears it."""

    value: str
    label: str
    is_chosen: bool


class ManyHidden(forms.Field):
    """Every value that came with this name, as text."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[str]:
        return [str(one) for one in value or ()]


class BlurForm(forms.Form):
    """Where a photo becomes unrecognisable. Nothing chosen is an answer too, once somebody said so."""

    cells = ManyHidden(required=False)
    areas = ManyHidden(required=False)
    nobody = forms.BooleanField(
        required=False, label=gettext_lazy("Nobody can be recognised in it, and no number plate can be read")
    )

    def __init__(self, data: Any = None, *, photo: Photo, chosen: Sequence[Area], is_done: bool) -> None:
        """`chosen` was chosen before; `is_done` says that the rest of the photo needs no more of it."""
        self.rows, self.columns = grid_of(photo.width, photo.height)
        self.by_cell = {self._area(cell): cell for cell in self._cells()}
        self.is_done = is_done
        cells = [_value(self.by_cell[area]) for area in chosen if area in self.by_cell]
        drawn = [_written(area) for area in chosen if area not in self.by_cell]
        super().__init__(data, initial={"cells": cells, "areas": drawn})

    @property
    def grid(self) -> list[list[GridCell]]:
        """The fields, row by row."""
        chosen = set(self["cells"].value() or ())
        rows = [[Cell(row, column) for column in self._count(self.columns)] for row in self._count(self.rows)]
        return [[GridCell(_value(cell), _named(cell), _value(cell) in chosen) for cell in row] for row in rows]

    @property
    def drawn(self) -> list[str]:
        """The areas that were drawn, as they travel in the form; what cannot be read is left out."""
        return [_written(area) for text in self["areas"].value() or () if (area := _read(text))]

    def chosen(self) -> list[Area]:
        """What to make unrecognisable."""
        told: list[Area] = self.cleaned_data["chosen"]
        return told

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        known = {_value(cell): area for area, cell in self.by_cell.items()}
        areas = [known.get(value) for value in told.get("cells", ())] + [_read(text) for text in told.get("areas", ())]
        chosen = list(dict.fromkeys(area for area in areas if area))
        if None in areas:
            self.add_error(None, _("We could not read what you marked. Mark it once more."))
        elif len(chosen) > MOST_AREAS:
            self.add_error(None, _("These are too many parts. Choose fewer and larger ones."))
        elif not chosen and not told.get("nobody") and not self.is_done:
            self.add_error("nobody", _("Mark who can be recognised, or tick that nobody can be."))
        return told | {"chosen": chosen}

    def _area(self, cell: Cell) -> Area:
        return area_of(cell, self.rows, self.columns)

    def _cells(self) -> list[Cell]:
        return [Cell(row, column) for row in self._count(self.rows) for column in self._count(self.columns)]

    @staticmethod
    def _count(most: int) -> range:
        return range(1, most + 1)


class RefusalForm(forms.Form):
    """Why a photo stays with the police."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why does the group not see it?"), choices=Photo.Refusal, widget=forms.RadioSelect
    )


def _value(cell: Cell) -> str:
    return f"{cell.row}-{cell.column}"


def _named(cell: Cell) -> str:
    return _("Row %(row)s, column %(column)s") % {"row": cell.row, "column": cell.column}


def _written(area: Area) -> str:
    return ",".join(map(str, area))


def _read(text: str) -> Area | None:
    """The area that was sent as four whole numbers, or `None` when it is none."""
    parts = text.split(",")
    if len(parts) != len(Area._fields) or not all(
        part.isascii() and part.isdigit() and len(part) < 5 for part in parts
    ):
        return None
    area = Area(*map(int, parts))
    return area if area.is_real else None
