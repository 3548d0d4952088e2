# SPDX-License-Identifier: EUPL-1.2
"""Making a group: where it watches, by which house rules, what it is for and who begins it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups import setting_words
from buurtwacht.groups.first_address import doubt_about
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.municipal import Act, official_may
from buurtwacht.places.models import Area
from buurtwacht.policy.presets import PRESETS
from buurtwacht.wording.forms import NameForm, WeighedForm

from .fields import LONGEST_NAME


class PlaceForm(WeighedForm):
    """How a new group is called, and where it watches."""

    weighed = ("name",)
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


class CoordinatorForm(NameForm):
    """Who begins as coordinator, when somebody is known."""

    weighed = ("first_name",)
    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=80)
    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    street = forms.CharField(label=gettext_lazy("Street"), max_length=120)
    house_number = forms.CharField(label=gettext_lazy("House number"), max_length=20)
    agreed = forms.BooleanField(
        label=gettext_lazy("This neighbour would like to coordinate the group, and knows that I fill this in.")
    )
    insists = forms.BooleanField(
        label=gettext_lazy("The address is right: this neighbour lives where the group watches."), required=False
    )

    def __init__(self, data: Any = None, *, group: WatchGroup, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.group = group
        self.insisting = self.fields.pop("insists")
        if data and "insists" in data:
            self.fields["insists"] = self.insisting

    def clean(self) -> dict[str, Any]:
        """An address that seems to lie elsewhere is asked about once, and then believed (R040)."""
        told = super().clean() or self.cleaned_data
        if told.get("street") and not told.get("insists"):
            doubt = doubt_about(self.group, told["street"], told.get("house_number", ""))
            if doubt:
                self.add_error("street", doubt)
                self.fields["insists"] = self.insisting
        return told


def _preset(name: str) -> str:
    title, sentence = setting_words.PRESETS[name]
    return f"{title}. {sentence}"


def _is_offered(name: str, country: str) -> bool:
    """Of this country, and with something for an official to do: elsewhere neighbours start themselves."""
    preset = PRESETS[name]
    return preset.country == country and official_may(preset.municipality, Act.PLAN)
