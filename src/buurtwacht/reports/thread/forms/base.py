# SPDX-License-Identifier: EUPL-1.2
"""What the short forms on a report share: sent twice says it once, and friendly advice about words, shown once."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from buurtwacht.groups.words import allowed_by
from buurtwacht.lib.ids import new_id
from buurtwacht.policy.model import Policy
from buurtwacht.reports.flow.routes import municipal_route
from buurtwacht.reports.forms.fields import WordsField
from buurtwacht.wording.forms import WeighedForm

NOT_WORDS = ("plate",)
LONGEST_TEXT = 200  # characters: one short piece of news
LONGEST_LINE = 120  # one line on a lock screen


class OnceForm(forms.Form):
    """A form with a number of its own, made when it is shown, so that a second click changes nothing."""

    entry_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


class WordsForm(OnceForm, WeighedForm):
    """A form with words that are added to a report."""

    weighed: tuple[str, ...] = ("text",)
    is_news = True

    def __init__(self, data: Any = None, *, policy: Policy, **kwargs: Any) -> None:
        super().__init__(data, allowed=allowed_by(policy), **kwargs)
        self.policy = policy
        self.elsewhere = municipal_route(policy)

    def weigh_card(self, card: forms.Form) -> None:
        """The words on a card, which is valid."""
        for name, field in card.fields.items():
            if isinstance(field, forms.CharField) and name not in NOT_WORDS:
                self.weigh(card, name, str(card.cleaned_data.get(name) or ""))


def story(label: Any, *, required: bool = False, longest: int = LONGEST_TEXT, help_text: Any = "") -> WordsField:
    """A few words of the author's own."""
    widget = forms.Textarea(attrs={"rows": 3, "maxlength": longest, "autocapitalize": "sentences"})
    return WordsField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


def line(label: Any, *, required: bool = False, longest: int = LONGEST_LINE, help_text: Any = "") -> WordsField:
    """One line."""
    return WordsField(label=label, required=required, max_length=longest, help_text=help_text)


def nothing_told() -> forms.ValidationError:
    """Sent empty."""
    return forms.ValidationError(_("Fill in at least one thing, so that neighbours learn something new."))
