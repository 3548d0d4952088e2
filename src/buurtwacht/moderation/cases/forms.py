# SPDX-License-Identifier: EUPL-1.2
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups.forms.fields import DateField
from buurtwacht.groups.models import WatchGroup
from buurtwacht.moderation.ladder import Kind
from buurtwacht.wording.forms import WeighedForm

from . import rules
from .quoting import stands_there

WORDS = forms.Textarea(attrs={"rows": 4})
MISSING_RULE = gettext_lazy("Choose the rule that it is about.")
LENGTHS = ((7, gettext_lazy("One week")), (30, gettext_lazy("One month")), (91, gettext_lazy("Three months")))


class OpenForm(WeighedForm):
    """What a case is about: the rule, the words or what happened."""

    weighed = ("note",)  # the words concerned stand there as they were
    rule = forms.ChoiceField(label=gettext_lazy("Which rule is it about?"), error_messages={"required": MISSING_RULE})
    quoted = forms.CharField(
        label=gettext_lazy("The words concerned"),
        help_text=gettext_lazy("As they stood there. The member reads them."),
        required=False,
        max_length=rules.LONGEST_TEXT,
        widget=WORDS,
    )
    note = forms.CharField(
        label=gettext_lazy("What happened?"),
        help_text=gettext_lazy("Calm and short: what, when, where. Name nobody else. The member reads this too."),
        max_length=rules.LONGEST_TEXT,
        widget=WORDS,
        error_messages={"required": gettext_lazy("Write down in a few words what happened.")},
    )

    def __init__(
        self, data: Any = None, *, choices: list[tuple[str, str]], words: str | None = None, **kwargs: Any
    ) -> None:
        """`words` is all that the message says; None when the case is about no message."""
        super().__init__(data, initial={"quoted": words or ""}, **kwargs)
        self._words = words
        self.fields["rule"].choices = [("", _("Choose")), *choices]  # type: ignore[attr-defined]

    def clean_quoted(self) -> str:
        """Who is accused reads them, and so does who judges: nobody puts words into their mouth."""
        quoted: str = self.cleaned_data["quoted"]
        if self._words is not None and not stands_there(quoted, self._words):
            raise ValidationError(_("Leave only words that stand there. What you add belongs with what happened."))
        return quoted


class StepForm(WeighedForm):
    """A step of the ladder: why, and for a suspension how long."""

    weighed = ("reason",)
    reason = forms.CharField(
        label=gettext_lazy("Why this step?"),
        help_text=gettext_lazy("One or two sentences. The member reads them as you write them."),
        max_length=rules.LONGEST_TEXT,
        widget=WORDS,
        error_messages={"required": gettext_lazy("Write down why, in one or two sentences. The member reads it.")},
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("For how long?"),
        choices=LENGTHS,
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how long the suspension lasts.")},
    )

    def __init__(self, data: Any = None, *, kind: str, group: WatchGroup, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._zone = group.tz
        if kind not in (Kind.SUSPENSION, Kind.PROSECUTOR):
            del self.fields["days"]

    def until(self) -> datetime | None:
        """The end of the last day, on the wall of the neighbourhood; None for a step without an end."""
        if "days" not in self.fields:
            return None
        last = timezone.localdate(timezone=self._zone) + timedelta(days=self.cleaned_data["days"])
        return datetime.combine(last, time(), self._zone)


class DeclineForm(WeighedForm):
    """Why not. Who proposed it reads it."""

    weighed = ("reason",)
    reason = forms.CharField(
        label=gettext_lazy("Why not?"),
        help_text=gettext_lazy("Who proposed it reads this."),
        max_length=rules.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Write down why not. Who proposed it reads it.")},
    )


class SignedForm(forms.Form):
    """On which day the chief of police signed."""

    on = DateField(
        label=gettext_lazy("On which day was the letter signed?"),
        error_messages={
            "required": gettext_lazy("Fill in the day that stands on the letter."),
            "invalid": gettext_lazy("Fill in a day, such as 14-5-2026."),
        },
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["on"].widget.attrs["min"]
        self.fields["on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day is still to come. On which day was the letter signed?"))
        return on
