# SPDX-License-Identifier: EUPL-1.2
"""What an official fills in to change the site of the organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.outreach.models.site import LONGEST_ANSWER, LONGEST_BODY, LONGEST_QUESTION
from buurtwacht.wording.forms import WeighedForm

from .address import NO_NULL

HOW_TO_WRITE = _(
    "Begin a heading with ##, a line of a list with -, and put ** around words that must stand out. "
    "A link is [words](https://…)."
)
EMPTY_ROWS = 3


class PageForm(WeighedForm):
    """The words of one page."""

    weighed = ("body",)
    body = forms.CharField(
        label=_("Text"),
        help_text=HOW_TO_WRITE,
        max_length=LONGEST_BODY,
        required=False,
        strip=False,
        validators=NO_NULL,
        widget=forms.Textarea(attrs={"rows": 22}),
    )


class QuestionForm(WeighedForm):
    """One question with its answer. A row without both is left out."""

    weighed = ("question", "answer")
    order = forms.IntegerField(label=_("Place"), required=False, min_value=1, max_value=999)
    question = forms.CharField(
        label=_("Question"), max_length=LONGEST_QUESTION, required=False, validators=NO_NULL, widget=forms.TextInput()
    )
    answer = forms.CharField(
        label=_("Answer"),
        max_length=LONGEST_ANSWER,
        required=False,
        validators=NO_NULL,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if self.errors:
            return told
        if told.get("answer") and not told.get("question"):
            self.add_error("question", _("This answer has no question. Write one, or empty the answer."))
        if told.get("question") and not told.get("answer"):
            self.add_error("answer", _("This question has no answer. Write one, or empty the question."))
        return told


class LinkForm(WeighedForm):
    """One page elsewhere. A row without both is left out."""

    weighed = ("title",)
    order = forms.IntegerField(label=_("Place"), required=False, min_value=1, max_value=999)
    title = forms.CharField(label=_("Name"), max_length=120, required=False, validators=NO_NULL)
    url = forms.URLField(
        label=_("Address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("This is not a complete address. It looks like https://www.voorbeeld.nl.")},
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(told.get("title")) != bool(told.get("url")):
            self.add_error("url" if told.get("title") else "title", _("Fill in both the name and the address."))
        if told.get("url") and not told["url"].startswith(("https://", "http://")):
            self.add_error("url", self.fields["url"].error_messages["invalid"])
        return told


QuestionsForm = forms.formset_factory(QuestionForm, extra=EMPTY_ROWS, max_num=60, absolute_max=80)
LinksForm = forms.formset_factory(LinkForm, extra=EMPTY_ROWS, max_num=30, absolute_max=60)


def want_attention(formset: forms.BaseFormSet[Any]) -> bool:
    """Is there advice about a row that was not shown before?"""
    return any(form.wants_attention for form in formset.forms)


def rows_in(formset: forms.BaseFormSet[Any]) -> list[dict[str, Any]]:
    """What was filled in, in the order of the places; new rows without one come last, empty rows are left out."""
    told = [form.cleaned_data for form in formset.forms if form.cleaned_data]
    filled = [one for one in told if any(value for name, value in one.items() if name != "order")]
    ordered = sorted(filled, key=lambda one: one.get("order") or 1000)
    return [{name: value for name, value in one.items() if name != "order"} for one in ordered]
