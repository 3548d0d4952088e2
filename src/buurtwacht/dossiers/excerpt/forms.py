# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime
from typing import Any, BinaryIO, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.dossiers.exports.moments import Order
from buurtwacht.lib.errors import DomainError

from .window import LONGEST, MOST_BYTES, DayOrMonth

_LOCAL = "%Y-%m-%dT%H:%M"
_DATE_FIRST = [(Order.DAY_FIRST.value, _("The day")), (Order.MONTH_FIRST.value, _("The month"))]


class ExportForm(forms.Form):
    """A chat that WhatsApp exported."""

    file = forms.FileField(
        label=_("The export of the chat"),
        help_text=_("The .txt or .zip file that “Export chat” made. Without media is enough. We do not keep it."),
        allow_empty_file=True,
        max_length=255,
        error_messages={"required": _("Choose the file that “Export chat” made.")},
        widget=forms.FileInput(attrs={"accept": ".txt,.zip,text/plain,application/zip"}),
    )
    order = forms.ChoiceField(
        label=_("What comes first in a date?"), choices=_DATE_FIRST, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_order = bool(self.data.get("order"))

    def refuse(self, refusal: DomainError) -> None:
        """Say on the page why this file is not read, or what has to be known first."""
        is_question = isinstance(refusal, DayOrMonth)
        self.asks_order = self.asks_order or is_question
        self.add_error("order" if is_question else "file", str(refusal))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large to be a chat. Export the chat again, without media."))
        return file

    def opened(self) -> BinaryIO:
        """The bytes, for as long as the request lasts."""
        return cast(BinaryIO, self.cleaned_data["file"].file)

    @property
    def told_order(self) -> Order | None:
        return Order(self.cleaned_data["order"]) if self.cleaned_data["order"] else None


class MomentField(forms.DateTimeField):
    """A moment by the clock there. Of the hour that comes twice when summer time ends, `fold` says which is meant."""

    def __init__(self, *, fold: int, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateTimeInput({"type": "datetime-local"}, _LOCAL), **kwargs)
        self.fold = fold

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as refusal:
            there = timezone.get_current_timezone()
            typed = (refusal.params or {}).get("datetime")
            if not isinstance(typed, datetime):
                raise
            moment = typed.replace(tzinfo=there, fold=self.fold).astimezone(UTC)
            if moment.astimezone(there).replace(tzinfo=None) != typed:
                raise  # the hour that is skipped when summer time begins
            return moment


class WindowForm(ExportForm):
    """The same, with the times between which the incident was talked about."""

    start = MomentField(label=_("From"), fold=0)
    end = MomentField(label=_("Until"), fold=1)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "start" in data and "end" in data and data["end"] <= data["start"]:
            self.add_error("end", _("This is before the beginning."))
        elif "start" in data and "end" in data and data["end"] - data["start"] > LONGEST:
            self.add_error("end", _("Choose a day at most."))
        return data


def chosen_lines(values: list[str]) -> set[int]:
    """The numbers of the lines that were ticked. What is no number is left out."""
    return {int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 6}
