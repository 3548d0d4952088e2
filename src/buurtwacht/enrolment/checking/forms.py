# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on the pages of the checks."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.enrolment.models import AddressProof, Verdict
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.errors import DomainError

from . import rules
from .queries import Case

Way = AddressProof.Way
LONGEST_OBJECTION = 2000
REASONS = {
    "elsewhere": gettext_lazy("Does not live or work here"),
    "twice": gettext_lazy("Applied twice"),
    "no_answer": gettext_lazy("Does not answer"),
    "other": gettext_lazy("Something else"),
}


class WayForm(forms.Form):
    """How somebody shows where they live."""

    way = forms.ChoiceField(
        label=gettext_lazy("How would you like to show it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the ways."),
            "invalid_choice": gettext_lazy("Choose one of the ways."),
        },
    )

    def __init__(self, data: Any = None, *, ways: tuple[str, ...]) -> None:
        super().__init__(data)
        words = {
            Way.LETTER: (_("A letter with a code"), _("It comes to my house. Usually within a week.")),
            Way.NEIGHBOUR: (_("A neighbour knows me"), _("Somebody who takes part. Often on the same day.")),
            Way.VISIT: (_("The coordinator comes by"), _("They may see my house number for that.")),
        }
        labels = {way: format_html("<strong>{}</strong><small>{}</small>", *pair) for way, pair in words.items()}
        self.fields["way"].choices = [(way, labels[Way(way)]) for way in ways]  # type: ignore[attr-defined]


class CodeForm(forms.Form):
    """A code from paper, or from a neighbour's phone."""

    code = forms.CharField(
        label=gettext_lazy("The code"),
        max_length=24,
        help_text=gettext_lazy("Eight letters and figures, such as ACDE-FGHJ."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={
            "required": gettext_lazy("Fill in the code."),
            "max_length": gettext_lazy("That is too long. The code has eight letters and figures."),
        },
    )


class ObjectionForm(forms.Form):
    """Why somebody would like it to be looked at again, in their own words."""

    words = forms.CharField(
        label=gettext_lazy("What should we know?"),
        help_text=gettext_lazy("Short is fine. Only who looks at it again reads this."),
        max_length=LONGEST_OBJECTION,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_OBJECTION}),
        validators=[ProhibitNullCharactersValidator()],
        error_messages={
            "required": gettext_lazy("Write in a few words why it should be looked at again."),
            "max_length": gettext_lazy("Please keep it to 2,000 characters at most."),
        },
    )


class ReasonForm(forms.Form):
    """Why somebody is not let in. For the figures: the letter does not say it."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Only for the figures. The neighbour gets a neutral letter without a reason."),
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the reasons."),
            "invalid_choice": gettext_lazy("Choose one of the reasons."),
        },
    )


class VerdictForm(forms.Form):
    """What the police say about one person. Nothing is chosen beforehand, and there is no field for a reason."""

    verdict = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Choose one of these.")},
    )
    until = forms.DateField(
        label=gettext_lazy("Until which day?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Fill in a day, such as 31-12-2027.")},
    )

    def __init__(self, data: Any = None, *, case: Case, today: date) -> None:
        super().__init__(data, prefix=case.id.hex)
        self.case = case
        self.today = today
        self.fields["verdict"].label = _("Your answer about %(name)s") % {"name": case.name}
        self.fields["verdict"].choices = [  # type: ignore[attr-defined]
            (Verdict.YES, _("Agreed")),
            (Verdict.UNTIL, _("Agreed until a day")),
            (Verdict.NO, _("Not agreed")),
        ]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("verdict") == Verdict.UNTIL and "until" not in self.errors:
            try:
                rules.check_day(told.get("until"), self.today)
            except DomainError as refusal:
                self.add_error("until", str(refusal))
        return told


class AssignForm(forms.Form):
    """Another group, or another coordinator, for somebody who applied."""

    group = forms.ModelChoiceField(
        label=gettext_lazy("Group"),
        queryset=WatchGroup.objects.none(),
        empty_label=None,
        error_messages={"invalid_choice": gettext_lazy("Choose one of the groups.")},
    )
    coordinator = forms.ModelChoiceField(
        label=gettext_lazy("Coordinator"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=gettext_lazy("Whoever lives nearest"),
        error_messages={"invalid_choice": gettext_lazy("Choose one of the coordinators.")},
    )

    def __init__(self, data: Any = None, *, groups: Any, coordinators: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["coordinator"].queryset = coordinators  # type: ignore[attr-defined]
        self.fields["coordinator"].label_from_instance = _first_name  # type: ignore[attr-defined]


class CandidateForm(forms.Form):
    """A member would like to coordinate; where the police screen coordinators, they agree to that here."""

    agrees = forms.BooleanField(
        error_messages={"required": gettext_lazy("Tick that the police may check this, or do not go on.")}
    )

    def __init__(self, data: Any = None, *, police: str, asks_police: bool) -> None:
        super().__init__(data)
        if asks_police:
            words = _("My name and address go to %(police)s, who say yes or no, and never why.")
            self.fields["agrees"].label = words % {"police": police or _("the police")}
        else:
            del self.fields["agrees"]


def _first_name(membership: Membership) -> str:
    return f"{membership.person.first_name}, {membership.street}"
