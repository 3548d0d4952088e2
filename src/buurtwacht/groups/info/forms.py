# SPDX-License-Identifier: EUPL-1.2
"""The forms of a note. Whoever writes, the words are weighed in the one way."""

from collections.abc import Iterable
from datetime import timedelta, tzinfo
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.forms.fields import DateField
from buurtwacht.groups.models import InfoNote, WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.wording.advice import Allowed
from buurtwacht.wording.forms import WeighedForm

from . import rules

NOBODY_DESCRIBED = Allowed(skin_colour=False, plates=False)  # it is about what goes round, whatever a policy allows


class WordsForm(WeighedForm):
    """What neighbours should know."""

    weighed = ("words",)
    words = forms.CharField(
        label=_("What should your neighbours know?"),
        help_text=_("Tell what goes round and what helps. Name and describe nobody."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=rules.LONGEST_WORDS,
        error_messages={"required": _("Write what your neighbours should know.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, allowed=NOBODY_DESCRIBED, **kwargs)


class InfoForm(WordsForm):
    """The words, and the days on which they are to be read."""

    first = DateField(label=_("From"))
    last = DateField(label=_("Up to and including"))

    def __init__(self, *args: Any, zone: tzinfo, note: InfoNote | None = None, **kwargs: Any) -> None:
        self._today = today = timezone.localdate(timezone=zone)
        initial = {"first": today, "last": today + timedelta(days=rules.USUAL_DAYS - 1)}
        if note:
            first, last = (timezone.localdate(moment, zone) for moment in (note.starts_at, note.last_moment))
            initial = {"words": note.words, "first": max(first, today), "last": max(last, today)}
        super().__init__(*args, initial=initial, **kwargs)
        self._zone = zone

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if told.get("first") and told.get("last"):
            told["first"] = max(told["first"], min(self._today, told["last"]))
            try:
                rules.check_period(told["first"], told["last"], self._today)
                rules.period(told["first"], told["last"], self._zone)
            except DomainError as refusal:
                self.add_error("last", str(refusal.message))
        return told


class OfferForm(InfoForm):
    """The same, for one or more groups of an organisation."""

    groups = forms.MultipleChoiceField(
        label=_("For which groups?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one group.")},
    )

    def __init__(self, *args: Any, groups: Iterable[WatchGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._groups = {group.slug: group for group in groups}
        self.fields["words"].label = gettext("What should neighbours know?")
        field = self.fields["groups"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(slug, group.name) for slug, group in self._groups.items()]
        if len(self._groups) == 1:
            self.initial["groups"] = list(self._groups)

    def clean_groups(self) -> list[WatchGroup]:
        if not self._groups:
            raise ValidationError(_("There is no group yet."))
        return [self._groups[slug] for slug in self.cleaned_data["groups"]]
