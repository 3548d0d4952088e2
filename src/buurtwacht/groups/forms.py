# SPDX-License-Identifier: EUPL-1.2
"""The forms by which a group is made, run and handed on."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.places.models import Area
from buurtwacht.policy.presets import PRESETS

from . import setting_words
from .lifecycle import FEWEST, MOST
from .models import Membership, Organisation, WatchGroup
from .municipal import Act, official_may
from .rules import BOUNDS
from .services.notes import LONGEST_NOTE
from .services.plan import LONGEST_GOAL
from .starting import STEPS

LONGEST_NAME = 60


class PlaceForm(forms.Form):
    """How a new group is called, and where it watches."""

    name = forms.CharField(label=gettext_lazy("How is the group called?"), max_length=LONGEST_NAME)
    area = forms.ModelChoiceField(
        label=gettext_lazy("In which area?"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=gettext_lazy("Only streets"),
    )
    streets = forms.CharField(
        label=gettext_lazy("Only these streets"),
        help_text=gettext_lazy("One street on each line. Leave it empty for the whole area."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def __init__(self, data: Any = None, *, areas: QuerySet[Area], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["area"]
        field.queryset = areas  # type: ignore[attr-defined]
        field.label_from_instance = lambda area: f"{area.name} ({area.get_kind_display()})"  # type: ignore[attr-defined]

    def clean_streets(self) -> list[str]:
        lines = str(self.cleaned_data["streets"]).splitlines()
        return [line.strip()[:120] for line in lines if line.strip()]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if not told.get("area") and not told.get("streets") and "streets" not in self.errors:
            self.add_error("area", _("Choose an area, or write down streets."))
        return told


class RulesForm(forms.Form):
    """By which house rules a new group begins: a preset, or those of a group that is there already."""

    rules = forms.ChoiceField(label=gettext_lazy("Which house rules?"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, country: str, sources: Iterable[WatchGroup], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        presets = [(name, _preset(name)) for name in setting_words.PRESETS if _is_offered(name, country)]
        copies = [(f"group:{one.slug}", _("The same as %(group)s") % {"group": one.name}) for one in sources]
        self.fields["rules"].choices = presets + copies  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    """What a new group is for, with how many it starts, and how large it may grow."""

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


class StoryForm(forms.Form):
    """What the group is called and what it is for; before it starts also with how many."""

    name = forms.CharField(label=gettext_lazy("How is the group called?"), max_length=LONGEST_NAME)
    goal = PlanForm.base_fields["goal"]
    needed_members = PlanForm.base_fields["needed_members"]

    def __init__(self, data: Any = None, *, is_starting: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not is_starting:
            del self.fields["needed_members"]


class CoordinatorForm(forms.Form):
    """Who begins as coordinator, when somebody is known."""

    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=80)
    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    street = forms.CharField(label=gettext_lazy("Street"), max_length=120)
    house_number = forms.CharField(label=gettext_lazy("House number"), max_length=20)
    agreed = forms.BooleanField(
        label=gettext_lazy("This neighbour would like to coordinate the group, and knows that I fill this in.")
    )


class DateField(forms.DateField):
    """A day, chosen with the calendar of the device."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"min": timezone.localdate().isoformat()}


class TurnForm(forms.Form):
    """Who stands in for whom, from when until when."""

    coordinator = forms.ModelChoiceField(label=gettext_lazy("Who is away?"), queryset=Membership.objects.none())
    deputy = forms.ModelChoiceField(label=gettext_lazy("Who stands in?"), queryset=Membership.objects.none())
    first_day = DateField(label=gettext_lazy("From which day?"))
    last_day = DateField(label=gettext_lazy("Up to and including which day?"))

    def __init__(self, data: Any = None, *, coordinators: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name, people in (("coordinator", coordinators), ("deputy", members)):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = neighbour  # type: ignore[attr-defined]


class AppointForm(forms.Form):
    """Who coordinates from now on."""

    member = forms.ModelChoiceField(label=gettext_lazy("Which member?"), queryset=Membership.objects.none())

    def __init__(self, data: Any = None, *, members: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["member"].queryset = members  # type: ignore[attr-defined]
        self.fields["member"].label_from_instance = neighbour  # type: ignore[attr-defined]


class SplitForm(forms.Form):
    """Which streets make a group of their own, how it is called, and who coordinates it."""

    streets = forms.MultipleChoiceField(
        label=gettext_lazy("Which streets go to the new group?"), widget=forms.CheckboxSelectMultiple
    )
    name = forms.CharField(label=gettext_lazy("How is the new group called?"), max_length=LONGEST_NAME)
    coordinator = forms.ModelChoiceField(
        label=gettext_lazy("Who coordinates the new group?"),
        help_text=gettext_lazy("Somebody who lives in one of these streets."),
        queryset=Membership.objects.none(),
    )

    def __init__(self, data: Any = None, *, streets: Iterable[tuple[str, str]], members: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["streets"].choices = list(streets)  # type: ignore[attr-defined]
        self.fields["coordinator"].queryset = members  # type: ignore[attr-defined]
        self.fields["coordinator"].label_from_instance = neighbour  # type: ignore[attr-defined]


class OfferForm(forms.Form):
    """To which organisation a group is offered."""

    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Which organisation?"), queryset=Organisation.objects.none()
    )

    def __init__(self, data: Any = None, *, others: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["organisation"].queryset = others  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    """Advice, or an arrangement."""

    words = forms.CharField(
        label=gettext_lazy("What was said or arranged?"),
        help_text=gettext_lazy("Everybody who helps this group to start can read it. Write no names of members."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_NOTE,
    )


class StepsForm(forms.Form):
    """The checklist for who starts a group."""

    steps = forms.MultipleChoiceField(
        label=gettext_lazy("What has been done?"),
        choices=list(STEPS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def neighbour(membership: Membership) -> str:
    """A member as neighbours know each other: "Bram, Merelweg"."""
    return ", ".join(part for part in (membership.person.first_name, membership.street) if part)


def _preset(name: str) -> str:
    title, sentence = setting_words.PRESETS[name]
    return f"{title}. {sentence}"


def _is_offered(name: str, country: str) -> bool:
    """Of this country, and with something for an official to do: elsewhere neighbours start themselves."""
    preset = PRESETS[name]
    return preset.country == country and official_may(preset.municipality, Act.PLAN)
