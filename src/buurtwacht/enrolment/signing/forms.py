# SPDX-License-Identifier: EUPL-1.2
"""What stands on the pages to sign. Nothing is ticked beforehand."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.enrolment.applying.transfer import asks_transfer, transfer_notice
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.scans import NotAScan, clean_scan

from . import rules
from .mark import TICK, Mark, on_paper, written
from .printed import texts_printed
from .services import has_agreed_to_transfer
from .strokes import LONGEST, is_drawing, is_signature
from .texts import Kind, Text
from .texts.model import mark_of

NAME_LONGEST, PLACE_LONGEST = 80, 80


class WordsField(forms.CharField):
    """One line. Control characters and runs of spaces are taken out."""

    def to_python(self, value: Any) -> str:
        told = str(super().to_python(value) or "")
        return " ".join("".join(sign if sign.isprintable() else " " for sign in told).split())


class SignatureForm(forms.Form):
    """A signature: drawn, or a typed name. Both count the same.

    It carries the mark of the texts that were read: when they changed meanwhile, they are read once more.
    """

    read = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
    read_now = ""  # the mark of the texts on the page as it is now; empty where nothing can have changed

    strokes = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)
    name = WordsField(
        required=False,
        max_length=NAME_LONGEST,
        label=gettext_lazy("Or write your name"),
        help_text=gettext_lazy("That counts just as much."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    asks_signature = True
    all_optional = True  # no field says that it may stay empty: one of drawing and name is always needed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.asks_signature:
            del self.fields["strokes"], self.fields["name"]

    @property
    def mark(self) -> Mark:
        """The signature, or the tick where no signature is asked. Only of a form that is right."""
        told = self.cleaned_data
        if not self.asks_signature:
            return TICK
        return written(strokes=told["strokes"], name=told["name"], place=told.get("place", ""))

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if self.read_now and told.get("read", self.read_now) not in ("", self.read_now):
            self.add_error(None, _("The rules changed while you were reading. Please read them once more."))
        if not self.asks_signature or self.errors.keys() & {"strokes", "name"}:
            return told
        strokes = told.get("strokes", "")
        if strokes and not is_drawing(strokes):
            told["strokes"] = ""
            self.add_error("name", _("Your drawing did not arrive well. Draw again, or write your name."))
        elif strokes and not is_signature(strokes) and not told.get("name"):
            self.add_error("name", _("This is very short for a signature. Draw again, or write your name."))
        elif not strokes and len(told.get("name", "")) < 2:
            self.add_error("name", _("Draw your signature, or write your name here."))
        elif strokes and not is_signature(strokes):
            told["strokes"] = ""
        return told


def _place_field(place: str) -> forms.Field:
    return WordsField(
        max_length=PLACE_LONGEST,
        initial=place,
        label=_("Place"),
        help_text=_("Where you sign."),
        error_messages={"required": _("Write the place where you sign.")},
    )


def _tick(label: str, missing: str) -> forms.Field:
    return forms.BooleanField(label=label, error_messages={"required": missing})


class SignForm(SignatureForm):
    """Screen 10: the ticks that this policy asks, and a signature where it asks one."""

    def __init__(self, data: Any, application: Application, texts: Sequence[Text]) -> None:
        policy = application.group.policy
        self.read_now = mark_of(texts)
        rules_count = next(len(text.points) for text in texts if text.kind == Kind.RULES)
        self.asks_signature = bool(rules.signed_kind(policy))
        super().__init__(data)
        if not application.is_minor:
            age = policy.minimum_age
            self.fields["adult"] = _tick(
                _("I am %(age)s or older") % {"age": age},
                _("Tick that you are %(age)s or older. Younger neighbours cannot join here yet.") % {"age": age},
            )
        if asks_transfer(policy) and not has_agreed_to_transfer(application):
            self.fields["transfer"] = _tick(
                transfer_notice(application.group),
                _("Without your agreement the police cannot check you, and you cannot join this group."),
            )
        self.fields["agree"] = _tick(
            _("I have read the %(count)s rules and agree with them") % {"count": rules_count},
            _("Tick that you agree with the rules. Without that you cannot join."),
        )
        if self.asks_signature:
            self.fields["place"] = _place_field(application.town or application.group.organisation.name)

    @property
    def ticks(self) -> list[forms.BoundField]:
        """The ticks, in order."""
        return [self[name] for name in ("adult", "transfer", "agree") if name in self.fields]


def code_field() -> forms.CharField:
    """The code at the foot of a form that was printed."""
    return forms.CharField(
        label=gettext_lazy("The code at the foot of the form"),
        help_text=gettext_lazy("Such as 4F2A-19C0. It says which version of the rules was signed."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Fill in the code. It stands at the foot of the form.")},
    )


class ScanForm(forms.Form):
    """Signed on paper, and photographed."""

    form_code = code_field()

    scan = forms.FileField(
        label=gettext_lazy("Photo or scan of the signed form"),
        help_text=gettext_lazy("A photo (JPEG, PNG, HEIC) or a PDF of at most 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*,application/pdf"}),
        error_messages={
            "required": gettext_lazy("Choose the photo or the scan of your form."),
            "empty": gettext_lazy("This file is empty. Choose another one."),
        },
    )

    def __init__(self, data: Any = None, files: Any = None, *, group: WatchGroup) -> None:
        super().__init__(data, files)
        self.group = group
        self.read: tuple[Text, ...] = ()

    def clean_form_code(self) -> str:
        code: str = self.cleaned_data["form_code"]
        try:
            self.read = texts_printed(self.group, code)
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return code

    def clean_scan(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["scan"]
        try:
            self.cleaned, self.media_type = clean_scan(file, file.size or 0)
        except NotAScan as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return file

    @property
    def mark(self) -> Mark:
        return on_paper(self.cleaned, self.media_type)


class GuardianForm(SignatureForm):
    """A parent reads, ticks and signs."""

    def __init__(self, data: Any, application: Application, texts: Sequence[Text]) -> None:
        self.read_now = mark_of(texts)
        super().__init__(data)
        self.fields["agree"] = _tick(
            _("I am a parent or guardian of %(name)s, and I agree") % {"name": application.first_name},
            _("Tick that you agree. Would you rather not? Then choose “I do not agree” below."),
        )
        self.fields["place"] = _place_field(application.town or application.group.organisation.name)


class ConfidentialityForm(SignatureForm):
    """A coordinator promises."""

    def __init__(self, data: Any, group: WatchGroup) -> None:
        super().__init__(data)
        self.fields["agree"] = _tick(
            _("I have read this and I keep to it"), _("Tick that you have read it and keep to it.")
        )
        self.fields["place"] = _place_field(group.organisation.name)


class AgainForm(SignatureForm):
    """A member says yes to what changed: one tap, or a signature where the changed text is a signed one."""

    def __init__(self, data: Any, texts: Sequence[Text], *, asks_signature: bool) -> None:
        self.read_now = mark_of(texts)
        self.asks_signature = asks_signature
        super().__init__(data)
