# SPDX-License-Identifier: EUPL-1.2
"""What the member says, and what who judges answers. Nothing that was typed is ever lost."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.models import Appeal, CaseAdvice, Measure
from buurtwacht.wording.forms import WeighedForm

from . import rules

LONGEST = 4000  # characters: two full pages
Verdict = Appeal.Verdict


def words_field(label: Any, help_text: Any, required: Any, rows: int = 8) -> forms.CharField:
    """A text of somebody's own."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        validators=[ProhibitNullCharactersValidator()],
        error_messages={
            "required": required,
            "max_length": gettext_lazy("Please keep it to 4,000 characters at most. Nothing you typed is lost."),
        },
    )


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "invalid": gettext_lazy("Fill in a day, such as 31-12-2027."),
            "required": gettext_lazy("Fill in a day, such as 31-12-2027."),
        },
    )


class AsideForm(WeighedForm):
    """Why a judge leaves an appeal to somebody else. It may be left out; what harms is refused, advice is not given."""

    weighed = ("reason",)
    reason = forms.CharField(
        label=gettext_lazy("Why? (you may leave this out)"),
        help_text=gettext_lazy("Who judges in your place reads it. Name nobody."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[ProhibitNullCharactersValidator()],
    )


class ViewForm(forms.Form):
    """How the member sees it."""

    view = words_field(
        gettext_lazy("How do you see it?"),
        gettext_lazy("Who looks into it reads this before deciding. You can change it until then."),
        gettext_lazy("Write in a few words how you see it."),
        rows=5,
    )


class AppealForm(forms.Form):
    """Why the member disagrees."""

    words = words_field(
        gettext_lazy("Why do you not agree?"),
        gettext_lazy("Short is fine. Only who judges your appeal reads this."),
        gettext_lazy("Write in a few words why you do not agree."),
    )


class LetterForm(forms.Form):
    """An appeal that came by post."""

    reference = forms.CharField(
        label=gettext_lazy("The reference on the letter"),
        help_text=gettext_lazy("It stands in the decision, such as 7F3A-91C2."),
        max_length=20,
        error_messages={"required": gettext_lazy("Fill in the reference. It stands in the decision.")},
    )
    received_on = day_field(gettext_lazy("On which day did the letter come?"))
    words = words_field(
        gettext_lazy("What does the letter say?"),
        gettext_lazy("Type it over word for word."),
        gettext_lazy("Type over what the letter says."),
    )


class VerdictForm(WeighedForm):
    """What the appeal comes to, and the answer that the member reads. Nothing is chosen beforehand."""

    weighed = ("answer",)
    verdict = forms.ChoiceField(
        label=gettext_lazy("What do you decide?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of these."),
            "invalid_choice": gettext_lazy("Choose one of these."),
        },
    )
    last_day = day_field(gettext_lazy("If it ends sooner: what is the last day?"), required=False)
    answer = words_field(
        gettext_lazy("Your answer to the member"),
        gettext_lazy("Say what you looked at and why you decide this. The member reads it word for word."),
        gettext_lazy("Write why you decide this. The member reads it."),
    )

    def __init__(self, data: Any = None, *, measure: Measure) -> None:
        super().__init__(data)
        self.measure, self.now = measure, timezone.now()
        self.can_be_shortened = rules.can_be_shortened(measure.kind, measure.until, self.now)
        offered = [Verdict.UPHELD, Verdict.SHORTENED, Verdict.OVERTURNED]
        if not self.can_be_shortened:
            offered.remove(Verdict.SHORTENED)
            del self.fields["last_day"]
        self.fields["verdict"].choices = [(one.value, one.label) for one in offered]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("verdict") == Verdict.SHORTENED and "last_day" not in self.errors:
            try:
                told["until"] = self._until(told.get("last_day"))
            except DomainError as refusal:
                self.add_error("last_day", str(refusal))
        return told

    @property
    def until(self) -> datetime | None:
        """The new end of the measure."""
        until: datetime | None = self.cleaned_data.get("until")
        return until

    def _until(self, last_day: date | None) -> datetime:
        if last_day is None or self.measure.until is None:
            raise DomainError(_("Choose the last day on which it still holds."))
        until = rules.end_of(last_day, self.measure.case.group.tz)
        rules.check_sooner(until, self.measure.until, self.now)
        return until


class AskForm(WeighedForm):
    """What the administrators ask of others."""

    weighed = ("question",)
    question = words_field(
        gettext_lazy("What do you ask?"),
        gettext_lazy("The member reads that others look at it, not your question."),
        gettext_lazy("Write what you ask."),
    )
    advisers = forms.MultipleChoiceField(
        label=gettext_lazy("Whose advice do you ask as well?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(role.value, role.label) for role in (CaseAdvice.Role.POLICE, CaseAdvice.Role.MUNICIPALITY)],
    )


class AdviceForm(WeighedForm):
    """What somebody who was asked thinks of it."""

    weighed = ("words",)
    words = words_field(
        gettext_lazy("What do you advise?"),
        gettext_lazy("Who decides reads this, and the member once it was decided."),
        gettext_lazy("Write what you advise."),
    )
