# SPDX-License-Identifier: EUPL-1.2
"""What a group is called, what it is for, with how many it starts and how large it may grow."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups.lifecycle import FEWEST, MOST
from buurtwacht.groups.rules import BOUNDS
from buurtwacht.groups.services.plan import LONGEST_GOAL
from buurtwacht.wording.forms import WeighedForm

from .fields import LONGEST_NAME


class PlanForm(WeighedForm):
    """What a new group is for, with how many it starts, and how large it may grow."""

    weighed = ("goal",)
    goal = forms.CharField(
        label=gettext_lazy("What is the group for?"),
        help_text=gettext_lazy("In one or two sentences. Who wants to join reads it first."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_GOAL,
        required=False,
    )
    needed_members = forms.IntegerField(
        label=gettext_lazy("With how many neighbours does it start?"),
        help_text=gettext_lazy("Below this number there are too few to hear you at night."),
        min_value=FEWEST,
        max_value=MOST,
    )
    most_members = forms.IntegerField(
        label=gettext_lazy("How many members at most?"),
        help_text=gettext_lazy("Groups of 50 to 100 work best. At 90 % you get a hint to split the group."),
        min_value=BOUNDS["most_members"][0],
        max_value=BOUNDS["most_members"][1],
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("needed_members", 0) > told.get("most_members", MOST):
            self.add_error("needed_members", _("A group cannot start with more neighbours than it may have."))
        return told


class StoryForm(WeighedForm):
    """What the group is called and what it is for; before it starts also with how many."""

    weighed = ("name", "goal")
    name = forms.CharField(label=gettext_lazy("How is the group called?"), max_length=LONGEST_NAME)
    goal = PlanForm.base_fields["goal"]
    needed_members = PlanForm.base_fields["needed_members"]

    def __init__(self, data: Any = None, *, is_starting: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not is_starting:
            del self.fields["needed_members"]
