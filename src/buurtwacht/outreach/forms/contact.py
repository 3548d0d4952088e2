# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups.models import WatchGroup
from buurtwacht.outreach.models import ContactMessage
from buurtwacht.people.forms import WRONG_ADDRESS
from buurtwacht.people.rules import LONGEST_NAME, clean_name
from buurtwacht.wording.forms import WeighedForm

from .address import NO_NULL
from .public import PublicForm

Desk = ContactMessage.Desk
LONGEST = 2000
DESKS = {
    Desk.COORDINATORS: gettext_lazy("The coordinator of a group"),
    Desk.MUNICIPALITY: gettext_lazy("The municipality or the organisation behind the groups"),
    Desk.COMPLAINT: gettext_lazy("I have a complaint"),
}


class ContactForm(PublicForm, WeighedForm):
    """A question to people whose address one does not see. Only desks where somebody sits are offered."""

    weighed = ("words", "name")
    desk = forms.ChoiceField(
        label=gettext_lazy("Whom do you want to ask?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whom you want to ask.")},
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Which group is it about?"), required=False, widget=forms.Select(attrs={})
    )
    words = forms.CharField(
        label=gettext_lazy("Your question"),
        help_text=gettext_lazy("No names of others, please, and no number plates."),
        max_length=LONGEST,
        validators=NO_NULL,
        error_messages={
            "required": gettext_lazy("Write down your question."),
            "max_length": gettext_lazy("This is too long. Two thousand characters are the most."),
        },
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=LONGEST_NAME,
        required=False,
        validators=NO_NULL,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("The answer goes there. Who answers does not see your address."),
        max_length=254,
        error_messages={"required": gettext_lazy("Fill in your mail address."), "invalid": WRONG_ADDRESS},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def __init__(self, data: Any = None, *, desks: Sequence[str], groups: Sequence[WatchGroup], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["desk"].choices = [(desk, DESKS[Desk(desk)]) for desk in desks]  # type: ignore[attr-defined]
        choices = [("", _("No group in particular")), *((one.slug, one.name) for one in groups)]
        self.fields["group"].choices = choices  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("desk") == Desk.COORDINATORS and not told.get("group") and "group" not in self.errors:
            self.add_error("group", _("Choose the group whose coordinator you want to ask."))
        return told


class AnswerForm(WeighedForm):
    """What somebody at the desk answers."""

    weighed = ("answer",)
    answer = forms.CharField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy(
            "It goes by mail, with the name of the group or the organisation. Your address is not shown."
        ),
        max_length=LONGEST,
        validators=NO_NULL,
        error_messages={"required": gettext_lazy("Write an answer first.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
