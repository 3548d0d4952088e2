# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.asking import Situation
from buurtwacht.enrolment.applying.forms import DetailsForm
from buurtwacht.enrolment.applying.forms.fields import ADULT, MINOR
from buurtwacht.enrolment.applying.opening import Opening
from buurtwacht.enrolment.members.services.enter_paper import LETTER, SIGNATURE, Paper
from buurtwacht.enrolment.signing.forms import code_field
from buurtwacht.enrolment.signing.printed import texts_printed
from buurtwacht.enrolment.signing.rules import agrees_by_signing_up
from buurtwacht.enrolment.signing.texts import Text
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_mobile
from buurtwacht.lib.scans import clean_scan
from buurtwacht.policy.model import Gate, Policy, Vetting

from .member import neighbours


class PaperForm(DetailsForm):
    """What stands on the paper, and what the coordinator did in person."""

    def __init__(
        self, data: Any = None, files: Any = None, *, group: WatchGroup, candidates: Iterable[Membership]
    ) -> None:
        super().__init__(Opening(group=group, situation=Situation()), data)
        if files:
            self.files = files
        self.group = group
        self.read: tuple[Text, ...] = ()
        self._candidates = {str(one.pk): one for one in candidates}
        self.fields["email"].required = False
        _speak_of_the_neighbour(self.fields, self.policy)
        self.fields |= _paper_fields(group, neighbours(self._candidates))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("phone") and not cleaned.get("phone_was_called"):
            self.add_error("phone_was_called", _("First call this number, so that no stranger gets the messages."))
        if cleaned.get("proxy") and not cleaned.get("proxy_agreed"):
            self.add_error("proxy_agreed", _("First ask that neighbour. Then tick this."))
        if not self.errors and not cleaned.get("email") and not cleaned.get("proxy"):
            self._check_phone(cleaned.get("phone", ""))
        self._clean_scan(cleaned)
        self._clean_code(cleaned)
        return cleaned

    def paper(self) -> Paper:
        """What the coordinator has in hand. Only of a form that is right."""
        given = self.cleaned_data
        scan, scan_type = given.get("clean_scan", (b"", ""))
        return Paper(
            read=self.read,
            scan=scan,
            scan_type=scan_type,
            name=f"{given['first_name']} {given['family_name']}".strip(),
            place=given["town"],
            proof=given.get("proof") or SIGNATURE,
            phone_was_called=given["phone_was_called"],
            pack_was_given=given.get("pack_was_given", False),
            proxy=self._candidates.get(given["proxy"]),
        )

    def _check_phone(self, phone: str) -> None:
        """When a phone is the only way, it must take text messages."""
        try:
            if phone:
                normalised_mobile(phone, self.policy.country)
            else:
                words = _("Give a phone number, a mail address, or a neighbour who rings at the door.")
                self.add_error("phone", words)
        except DomainError as refusal:
            self.add_error("phone", str(refusal))

    def _clean_code(self, cleaned: dict[str, Any]) -> None:
        try:
            self.read = texts_printed(self.group, cleaned["form_code"]) if cleaned.get("form_code") else ()
        except DomainError as refusal:
            self.add_error("form_code", str(refusal))

    def _clean_scan(self, cleaned: dict[str, Any]) -> None:
        file = cleaned.get("scan")
        if file:
            try:
                cleaned["clean_scan"] = clean_scan(file, file.size)
            except DomainError as refusal:
                self.add_error("scan", str(refusal))


def _speak_of_the_neighbour(fields: dict[str, Any], policy: Policy) -> None:
    """The form asks the applicant; here somebody else answers, from the paper."""
    age = {"age": policy.minimum_age}
    for field in fields.values():
        field.error_messages["required"] = _("Fill this in, as it stands on the paper.")
    fields["serves"].label = _("Works for the police or another emergency service")
    fields["serves"].help_text = ""
    if "kind" in fields:
        fields["kind"].label = _("What does this neighbour do there?")
        fields["kind"].choices = [(kind.value, Membership.Kind(kind.value).label) for kind in policy.member_types]
    if "is_adult" in fields:
        fields["is_adult"].label = _("This neighbour is %(age)s or older") % age
    if "age" in fields:
        fields["age"].label = _("How old is this neighbour?")
        fields["age"].choices = [
            (ADULT, _("This neighbour is %(age)s or older") % age),
            (MINOR, _("Younger: a parent signs too")),
        ]


def _paper_fields(group: WatchGroup, candidates: list[tuple[str, str]]) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {
        "phone_was_called": forms.BooleanField(
            label=_("I called this number, and this neighbour answered"), required=False
        ),
        "proxy": forms.ChoiceField(
            label=_("Which neighbour rings at the door?"),
            help_text=_("For who has no phone, or does not hear it. That neighbour reads it in each alert."),
            choices=[("", _("Nobody")), *candidates],
            required=False,
        ),
        "proxy_agreed": forms.BooleanField(label=_("I asked this neighbour, who agreed"), required=False),
        "is_signed": forms.BooleanField(
            label=_("The paper with the rules is signed, and I keep it or send it on"),
            error_messages={"required": _("Without a signature nobody can take part. Ask for it first.")},
        ),
        "scan": forms.FileField(
            label=_("A photo or scan of the signed paper"),
            help_text=_("A photo or a PDF. Then you need not keep the paper."),
            required=False,
            widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}),
        ),
    }
    if not agrees_by_signing_up(group.policy):
        fields["form_code"] = code_field()
    if group.policy.vetting == Vetting.ADDRESS:
        fields["proof"] = forms.ChoiceField(
            label=_("How do you know that this neighbour lives there?"),
            choices=[
                (SIGNATURE, _("I was there, or I know this neighbour: the signed paper is enough")),
                (LETTER, _("Send a letter with a code to this address")),
            ],
            initial=SIGNATURE,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose what fits.")},
        )
    if group.policy.gate == Gate.REQUIRED_OR_STARTER_PACK:
        fields["pack_was_given"] = forms.BooleanField(
            label=_("I gave the starter pack on paper, and we went through it"), required=False
        )
    return fields
