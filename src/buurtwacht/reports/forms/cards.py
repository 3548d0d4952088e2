# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.policy.model import PlateRule, Policy, SkinColour
from buurtwacht.reports import choices
from buurtwacht.reports.content import PersonCard, VehicleCard
from buurtwacht.reports.plates import MISSING, read_plate

from .fields import WordsField

SHORT, LONG = 60, 140


class CardForm(forms.Form):
    """A card: the fields that one sees first, and those behind "more"."""

    all_optional = True
    MORE: tuple[str, ...] = ()
    WIDE: tuple[str, ...] = ()

    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.MORE]

    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name in self.MORE]

    def more_is_open(self) -> bool:
        """Something behind "more" was filled in, or is not right."""
        return any(bound.errors or bound.value() for bound in self.more_fields())


class PersonForm(CardForm):
    """One person. Nothing is required: about right is good enough."""

    MORE = ("alone", "hair_colour", "hair_style", "face", "tattoo", "transport", "skin_colour")
    WIDE = ("clothing", "carries", "face", "tattoo")

    sex = forms.ChoiceField(choices=choices.Sex, required=False, label=_("Man or woman"))
    age = forms.ChoiceField(choices=choices.Age, required=False, label=_("Age"))
    height = forms.ChoiceField(choices=choices.Height, required=False, label=_("Height"))
    build = forms.ChoiceField(choices=choices.Build, required=False, label=_("Build"))
    clothing = WordsField(max_length=LONG, label=_("Clothing, from top to bottom"))
    carries = WordsField(max_length=LONG, label=_("What does the person carry?"))
    alone = forms.ChoiceField(choices=choices.Alone, required=False, label=_("Alone or with others"))
    hair_colour = WordsField(max_length=SHORT, label=_("Colour of the hair"))
    hair_style = WordsField(max_length=SHORT, label=_("Hairstyle"))
    face = WordsField(max_length=LONG, label=_("Face"), help_text=_("Beard, moustache, glasses, scar"))
    tattoo = WordsField(max_length=LONG, label=_("Tattoo, or what stands out"))
    transport = WordsField(max_length=SHORT, label=_("On foot, or on what?"))
    skin_colour = forms.ChoiceField(choices=choices.SkinColour, required=False, label=_("Skin colour"))

    def __init__(self, data: Any, *, number: int | str, policy: Policy) -> None:
        self.number = number
        super().__init__(data, prefix=f"person-{number}")
        if policy.skin_colour is SkinColour.OFF:
            del self.fields["skin_colour"]
        else:
            self.fields["skin_colour"].help_text = _("Only kept after what happens and two other things")

    def card(self) -> PersonCard:
        return PersonCard(**{name: value for name, value in self.cleaned_data.items() if value})


class VehicleForm(CardForm):
    """One vehicle. Its place is that of the report unless somebody says otherwise (R124)."""

    MORE: tuple[str, ...] = ("model", "marks", "occupants", "place", "direction")
    WIDE = ("make", "plate", "marks", "place", "direction")

    kind = forms.ChoiceField(choices=choices.VehicleKind, required=False, label=_("Kind"))
    colour = WordsField(max_length=SHORT, label=_("Colour"))
    make = WordsField(max_length=LONG, label=_("Make, or what is written on it"))
    plate = WordsField(max_length=20, label=_("Number plate"))
    model = WordsField(max_length=SHORT, label=_("Type"))
    marks = WordsField(max_length=LONG, label=_("Damage, or what stands out"))
    occupants = forms.IntegerField(required=False, min_value=0, max_value=60, label=_("How many people in it?"))
    place = WordsField(max_length=120, label=_("Where is the vehicle?"))
    direction = WordsField(max_length=120, label=_("Which way does it go?"))

    def __init__(self, data: Any, *, number: int | str, policy: Policy, place: str = "") -> None:
        self.number, self.country, self.report_place = number, policy.country, place
        super().__init__(data, prefix=f"vehicle-{number}")
        plates = {PlateRule.GROUP: _("A part will do. Put dots where you did not read it: ..38")}
        plates[PlateRule.POLICE_ONLY] = _("Only the police get this. A part will do.")
        if policy.plate is PlateRule.NEVER:
            del self.fields["plate"]
        else:
            self.fields["plate"].help_text = plates[policy.plate]

    def begins_at(self, place: str) -> None:
        """A vehicle that is added to a report: at its place, shown and filled in, until somebody says otherwise."""
        self.report_place = place
        self.fields["place"].initial = place
        self.fields["place"].help_text = _("The place of the report, unless you change it")
        self.MORE = tuple(name for name in self.MORE if name != "place")

    def clean_plate(self) -> str:
        written: str = self.cleaned_data["plate"]
        if written and read_plate(written, self.country) is None:
            raise forms.ValidationError(_("This cannot be a number plate. Write only the letters and digits."))
        return written

    def card(self) -> VehicleCard:
        told = {name: str(value) for name, value in self.cleaned_data.items() if value not in ("", None)}
        plate = read_plate(told.pop("plate", ""), self.country)
        if plate:
            told |= {"plate": plate.text, "country": plate.country}
        if not told:
            return VehicleCard()
        told.setdefault("place", self.report_place)
        return VehicleCard(**told, plate_is_partial=bool(plate and (plate.is_partial or MISSING in plate.text)))
