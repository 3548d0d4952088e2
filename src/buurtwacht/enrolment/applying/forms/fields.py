# SPDX-License-Identifier: EUPL-1.2
"""Every field that a form of a group may have. Which it has is said in `asking.py`."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups.models import Membership
from buurtwacht.people.forms import WRONG_ADDRESS
from buurtwacht.people.rules import LONGEST_NAME
from buurtwacht.policy.model import Policy

ADULT, MINOR = "adult", "minor"
Words = str | Promise
KINDS: dict[str, Words] = {
    Membership.Kind.LIVES: gettext_lazy("I live here"),
    Membership.Kind.BUSINESS: gettext_lazy("I have a business here"),
    Membership.Kind.WORKS: gettext_lazy("I work here"),
}


def all_fields(policy: Policy) -> dict[str, forms.Field]:
    """Each field by its name, in the words of this policy."""
    return _address_fields(policy) | _person_fields() | _choice_fields(policy) | _parent_fields() | _other_fields()


def _address_fields(policy: Policy) -> dict[str, forms.Field]:
    return {
        "postcode": _text(_("Postcode"), _("Fill in your postcode."), 12, autocomplete="postal-code"),
        "house_number": _text(_("House number"), _("Fill in your house number."), 20),
        "street": _text(_("Street"), _("Fill in your street."), 120, autocomplete="address-line1"),
        "town": _text(_("Town"), _("Fill in your town."), 80, autocomplete="address-level2"),
        "street_is_right": _tick(
            _("The street is right. Go on."), _("Look at the street again, or tick that it is right.")
        ),
    }


def _person_fields() -> dict[str, forms.Field]:
    return {
        "first_name": _text(_("First name"), _("Fill in your first name."), LONGEST_NAME, autocomplete="given-name"),
        "family_name": _text(
            _("Family name"), _("Fill in your family name."), LONGEST_NAME, autocomplete="family-name"
        ),
        "email": _mail(_("E-mail address"), _("Fill in your mail address."), autocomplete="email"),
        "phone": forms.CharField(
            label=_("Phone number"),
            help_text=_("Neighbours never see your number."),
            required=False,
            max_length=40,
            widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        ),
    }


def _choice_fields(policy: Policy) -> dict[str, forms.Field]:
    minimum = {"age": policy.minimum_age}
    kinds = [(str(kind), KINDS[str(kind)]) for kind in policy.member_types]
    adult = _("I am %(age)s or older") % minimum
    ages = [(ADULT, adult), (MINOR, _("I am younger: a parent signs with me"))]
    return {
        "kind": _choice(_("What do you do here?"), kinds, _("Choose what fits.")),
        "age": _choice(_("How old are you?"), ages, _("Say whether you are %(age)s or older.") % minimum),
        "is_adult": _tick(adult, _("Only who is %(age)s or older can take part in this group.") % minimum),
    }


def _parent_fields() -> dict[str, forms.Field]:
    name = _text(_("Name of your parent"), "", LONGEST_NAME)
    email = _mail(_("E-mail address of your parent"), "")
    name.required = email.required = False
    name.help_text = _("Only when you are younger.")
    return {"guardian_name": name, "guardian_email": email}


def _other_fields() -> dict[str, forms.Field]:
    serves = _tick(_("I work for the police or another emergency service"), "")
    serves.required = False
    serves.help_text = _("Then remember: what you know from your work stays there. You take part as a neighbour.")
    coordinate = _tick(_("I would like to coordinate this group"), "")
    coordinate.required = False
    number = _text(
        _("National number"), _("Fill in your national number."), 20, inputmode="numeric", autocomplete="off"
    )
    number.help_text = _("Eleven digits, on the back of your identity card. Only the police see it.")
    transfer = _tick("", _("Tick that your data may go to the police. Without that the group cannot let you in."))
    return {
        "serves": serves,
        "wants_to_coordinate": coordinate,
        "national_number": number,
        "agreed_to_transfer": transfer,
    }


def _text(label: str, missing: str, longest: int, **attributes: Any) -> forms.CharField:
    widget = forms.TextInput(attrs=attributes)
    return forms.CharField(label=label, max_length=longest, error_messages={"required": missing}, widget=widget)


def _mail(label: str, missing: str, **attributes: Any) -> forms.EmailField:
    words: dict[str, Any] = {"required": missing, "invalid": WRONG_ADDRESS}
    widget = forms.EmailInput(attrs={"spellcheck": "false"} | attributes)
    return forms.EmailField(label=label, max_length=254, error_messages=words, widget=widget)


def _tick(label: str, missing: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, error_messages={"required": missing})


def _choice(label: str, choices: list[tuple[str, Any]], missing: str) -> forms.ChoiceField:
    words = {"required": missing, "invalid_choice": missing}
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=words)
