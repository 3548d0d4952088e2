# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.reports.choices import Danger
from buurtwacht.reports.content import Location
from buurtwacht.reports.models import Behaviour, Report
from buurtwacht.reports.moments import Moment, moment_from

from .fields import NumberOfItsOwnField, QuietFloatField, SupposedField, WordsField

SHOWN_FIRST = (
    Behaviour.TRIES_DOORS, Behaviour.LOOKS_INSIDE, Behaviour.HIDES, Behaviour.TAKES_PHOTOS, Behaviour.VIOLENCE,
    Behaviour.VANDALISM, Behaviour.STRANGE_STORY, Behaviour.WANDERS, Behaviour.OTHER,
)  # fmt: skip
SHOWN_LATER = tuple(sign for sign in Behaviour if sign not in SHOWN_FIRST)
SIGHTS = (
    (Report.InSight.NOW, ""),
    (Report.InSight.JUST_GONE, _("Less than 15 minutes ago")),
    (Report.InSight.GONE, ""),
)


class NoticeForm(forms.Form):
    """The first letter of SAAR, and the facts that travel along: when it was seen, when somebody called."""

    all_optional = True
    draft_id = NumberOfItsOwnField()
    behaviours = forms.MultipleChoiceField(choices=Behaviour.choices, required=False)
    words = WordsField(
        max_length=600,
        label=_("Tell it briefly"),
        help_text=_("What does the person do? Looks come later."),
        widget=forms.Textarea(attrs={"rows": 3, "autocapitalize": "sentences"}),
    )
    supposed = SupposedField()
    place = WordsField(max_length=120, label=_("Or write the street"))
    latitude = QuietFloatField(least=-90, most=90)
    longitude = QuietFloatField(least=-180, most=180)
    in_sight = forms.ChoiceField(choices=Report.InSight.choices, required=False, widget=forms.RadioSelect)
    danger = forms.MultipleChoiceField(choices=[(Danger.WEAPON, ""), (Danger.WOUNDED, "")], required=False)
    seen_at = WordsField(max_length=12, label=_("Seen at"))
    called_at = WordsField(max_length=12, label=_("Called at"))
    called = forms.BooleanField(required=False, widget=forms.HiddenInput)
    in_doubt = forms.BooleanField(required=False, widget=forms.HiddenInput)
    insists = forms.BooleanField(required=False, widget=forms.HiddenInput)
    apart_from = WordsField(max_length=400, widget=forms.HiddenInput)

    def __init__(self, data: Any, group: WatchGroup, now: datetime | None = None) -> None:
        self.now = now or timezone.now()
        self.zone = group.tz
        super().__init__(data)

    def moment(self, name: str) -> Moment:
        """A time of day in the group's zone, as a moment that we believe."""
        return moment_from(self.cleaned_data.get(name, ""), self.now, self.zone)

    def was_adjusted(self) -> bool:
        """Did we write down another time than what the form said?"""
        called = self.moment("called_at").was_adjusted and bool(self.cleaned_data.get("called"))
        return self.moment("seen_at").was_adjusted or called

    def told(self, name: str) -> list[str]:
        """What was chosen, also in a form that is not right yet."""
        return list(self.cleaned_data.get(name, [])) if self.is_bound else []

    def location(self) -> Location | None:
        latitude, longitude = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        return None if latitude is None or longitude is None else Location(round(latitude, 5), round(longitude, 5))

    def danger_told(self) -> str:
        seen = set(self.cleaned_data.get("danger", []))
        return Danger.BOTH.value if len(seen) == 2 else next(iter(seen), "")
