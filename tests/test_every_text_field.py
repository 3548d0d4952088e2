# SPDX-License-Identifier: EUPL-1.2
"""Every field in which somebody can write freely is weighed, or stands here with the reason why not."""

import pkgutil
from importlib import import_module

from django import forms

import buurtwacht

NO_WORDS = "a code, a number, an address or a street: checked in its own way"
OWN = "nobody else reads it"
QUOTED = "what another wrote, word for word: who is hurt must be able to say what was said"
HEARD = "who is accused says how they see it: advice at most, never a refusal"
APART = "weighed by the form of which this is a card or a step"
ASKED = "a request under the law is taken in as it is: only who answers reads it"
SIGNED = "a signature, as it stands on paper"
NOT_WEIGHED = {
    "dossiers.forms.CodeForm": NO_WORDS,
    "dossiers.forms.OutcomeForm": "a sentence of their own is weighed by the form when it is chosen",
    "enrolment.applying.forms.code.CodeForm": NO_WORDS,
    "enrolment.checking.forms.residence.CodeForm": NO_WORDS,
    "enrolment.checking.forms.roles.OfficerForm": "the hours and number of an officer, for coordinators",
    "enrolment.members.forms.member.AddressForm": NO_WORDS,
    "enrolment.signing.forms.AgainForm": SIGNED,
    "enrolment.signing.forms.ConfidentialityForm": SIGNED,
    "enrolment.signing.forms.GuardianForm": SIGNED,
    "enrolment.signing.forms.ScanForm": NO_WORDS,
    "enrolment.signing.forms.SignForm": SIGNED,
    "enrolment.signing.forms.SignatureForm": SIGNED,
    "enrolment.staying.forms.MoveForm": NO_WORDS,
    "enrolment.staying.forms.PhoneForm": NO_WORDS,
    "enrolment.welcome.forms.CodeForm": NO_WORDS,
    "enrolment.welcome.forms.InvitationForm": NO_WORDS,
    "groups.forms.found.CoordinatorForm": NO_WORDS,
    "groups.forms.found.PlaceForm": NO_WORDS,
    "groups.forms.rooms.NewRoomForm": NO_WORDS,
    "groups.forms.rooms.RoomForm": NO_WORDS,
    "moderation.appeals.forms.AppealForm": HEARD,
    "moderation.appeals.forms.LetterForm": QUOTED,
    "moderation.appeals.forms.ViewForm": HEARD,
    "moderation.cases.forms.OpenForm": QUOTED,
    "moderation.flagging.forms.FlagForm": QUOTED,
    "moderation.leaks.forms.MarkForm": NO_WORDS,
    "outreach.forms.address.AddressForm": NO_WORDS,
    "outreach.forms.contact.ContactForm": "a trap for programs, which people do not see",
    "outreach.forms.public.PublicForm": "a trap for programs, which people do not see",
    "outreach.forms.responsible.PartyForm": "the name, address and task of an office, which the law wants to be public",
    "outreach.rights.forms.asking.AskedForm": ASKED,
    "outreach.rights.forms.asking.LetterForm": QUOTED,
    "outreach.rights.forms.asking.RightsForm": ASKED,
    "outreach.rights.forms.desk.SearchForm": NO_WORDS,
    "people.forms.own.NamesForm": "the family name: only the coordinator sees it, and names are strange",
    "people.forms.own.SubscriptionForm": NO_WORDS,
    "people.forms.signing_in.ActivateTOTPForm": NO_WORDS,
    "people.forms.signing_in.AddPasskeyForm": OWN,
    "people.forms.signing_in.ConfirmEmailForm": NO_WORDS,
    "people.forms.signing_in.ConfirmLoginForm": NO_WORDS,
    "people.forms.signing_in.LoginForm": NO_WORDS,
    "people.forms.signing_in.RenamePasskeyForm": OWN,
    "people.forms.signing_in.SecondStepAgainForm": NO_WORDS,
    "people.forms.signing_in.SecondStepForm": NO_WORDS,
    "people.forms.ways.AddressForm": NO_WORDS,
    "people.forms.ways.TypedCodeForm": NO_WORDS,
    "reports.forms.cards.PersonForm": APART,
    "reports.forms.cards.VehicleForm": APART,
    "reports.forms.notice.NoticeForm": APART,
    "reports.forms.photo.PhotoForm": APART,
}
OTHER_KINDS = (forms.EmailField, forms.URLField, forms.RegexField)


def every_form():
    for module in pkgutil.walk_packages(buurtwacht.__path__, "buurtwacht."):
        if "form" in module.name and ".tests" not in module.name:
            import_module(module.name)
    return {form for form in _below(forms.BaseForm) if form.__module__.startswith("buurtwacht.") and _is_ours(form)}


def _below(kind):
    for form in kind.__subclasses__():
        yield form
        yield from _below(form)


def _is_ours(form):
    return ".tests" not in form.__module__ and "test_" not in form.__module__


def unweighed(form):
    weighed = getattr(form, "weighed", ())
    return [
        name
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField)
        and not isinstance(field, OTHER_KINDS)
        and not field.widget.is_hidden
        and name not in weighed
    ]


def test_every_field_for_words_is_weighed_or_says_why_not():
    found = {f"{form.__module__}.{form.__name__}".removeprefix("buurtwacht."): unweighed(form) for form in every_form()}
    assert {name for name, fields in found.items() if fields} == set(NOT_WEIGHED)
