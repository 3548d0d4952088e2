# SPDX-License-Identifier: EUPL-1.2
"""What the police say, and to which group somebody belongs."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.checking.queries import Case
from buurtwacht.enrolment.models import Verdict
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.errors import DomainError


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


def _first_name(membership: Membership) -> str:
    return f"{membership.person.first_name}, {membership.street}"
