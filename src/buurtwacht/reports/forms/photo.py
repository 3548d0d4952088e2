# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.policy.model import PhotoRule, Policy
from buurtwacht.reports.photos import NotAPhoto, TakenPhoto, take_photo

from .fields import WordsField


class PhotoForm(forms.Form):
    """A photo with the words that go with it, only for the description, and only where the policy takes photos."""

    all_optional = True
    photo = forms.FileField(
        required=False, label=_("Photo"), widget=forms.ClearableFileInput(attrs={"accept": "image/*"})
    )
    photo_words = WordsField(max_length=200, label=_("What does the photo show?"))
    photo_needed = forms.BooleanField(required=False, label=_("The photo shows what I cannot say in words"))
    photo_purpose = forms.BooleanField(required=False, label=_("I share this photo for the description only"))

    def __init__(self, data: Any, files: Any, policy: Policy) -> None:
        self.policy = policy
        self.taken: TakenPhoto | None = None
        super().__init__(data, files)
        if policy.photo is not PhotoRule.GROUP_IF_OF_VALUE:
            del self.fields["photo_needed"]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        file = told.get("photo")
        if file is None:
            return told
        if "photo_needed" in self.fields and not told.get("photo_needed"):
            self.add_error("photo_needed", _("Can you say it in words? Then leave the photo out."))
        if not told.get("photo_purpose"):
            self.add_error("photo_purpose", _("Tick this, or leave the photo out."))
        if not self.errors:
            self._take(file, told.get("photo_words", ""))
        return told

    def _take(self, file: Any, words: str) -> None:
        try:
            self.taken = take_photo(file, file.size, words, self.policy)
        except NotAPhoto as refusal:
            self.add_error("photo" if words else "photo_words", str(refusal))
