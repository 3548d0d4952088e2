# SPDX-License-Identifier: EUPL-1.2
"""A form whose words others will read, weighed in one way everywhere, whoever writes."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from .advice import EVERYTHING, Advice, Allowed
from .reasons import PUBLIC
from .weighing import weigh

SEEN, SHOWN = "advice_seen", "reasons_shown"
MOST = 6  # remarks on one page: who reads more changes nothing


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark about what somebody wrote: what would be better, and why."""

    whole: str
    advice: Advice

    @property
    def better(self) -> str:
        """The whole text with the improvement, or nothing when there is only a reason."""
        return self.advice.applied_to(self.whole) if self.advice.better else ""


def reasons_in(field: object) -> frozenset[str]:
    """The reasons that the hidden field names; what is none is left out."""
    return frozenset(str(field).split()) & frozenset(reason.value for reason in PUBLIC)


class WeighedForm(forms.Form):
    """What harms is refused at its field; other advice is shown once, and may be refused by sending it again.

    Its page includes `wording/_remarks.html` in the form. That carries, in hidden fields, that advice was shown and
    for which reasons, never what was written: so the text is kept nowhere before it is sent. Who changes these
    fields only skips advice that may be skipped, or changes a count by one; what harms is weighed each time.
    The service that keeps the text is given `shown`, and counts it per group.
    """

    weighed: tuple[str, ...] = ()  # the names of the fields
    is_news = False  # is it added to a report? Then it may be off topic too

    def __init__(self, *args: Any, allowed: Allowed = EVERYTHING, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowed = allowed
        self.remarks: list[Remark] = []
        self._now: set[str] = set()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.weighed:
            self.weigh(self, name, str(cleaned.get(name) or ""))
        return cleaned

    def weigh(self, form: forms.Form, name: str, text: str) -> None:
        """Ask the wording check about one field of this form, or of a card that belongs to it."""
        for advice in weigh(text, allowed=self.allowed, news=self.is_news):
            if advice.blocks:
                self._now.add(advice.reason.public.value)
                if name not in form.errors:
                    form.add_error(name, str(advice.why))
            else:
                self.remark(Remark(text, advice))

    def remark(self, remark: Remark) -> None:
        """Something to be shown once."""
        if len(self.remarks) < MOST:
            self.remarks.append(remark)
            self._now.add(remark.advice.reason.public.value)

    @property
    def wants_attention(self) -> bool:
        """Is there advice that was not shown before?"""
        return bool(self.remarks) and not self.advice_was_seen

    @property
    def advice_was_seen(self) -> bool:
        return bool(self.data.get(SEEN))

    @property
    def shown(self) -> frozenset[str]:
        """The reasons that were said about these words before."""
        return reasons_in(self.data.get(SHOWN, ""))

    @property
    def said(self) -> str:
        """The reasons that this page says and those before it, for the hidden field."""
        return " ".join(sorted(self.shown | self._now))

    @property
    def texts(self) -> list[str]:
        """What was weighed, of a form that is right."""
        return [str(self.cleaned_data.get(name) or "") for name in self.weighed]

    def accepts(self) -> bool:
        """Was it sent, is it right, and is there no advice that was not shown yet?"""
        return self.is_bound and self.is_valid() and not self.wants_attention


class NameForm(WeighedForm):
    """A form with the name by which neighbours know somebody: an insult is no name. No advice, nothing to count."""

    def weigh(self, form: forms.Form, name: str, text: str) -> None:
        if name not in form.errors and any(advice.blocks for advice in weigh(text)):
            form.add_error(name, _("Neighbours see this name. Fill in the name by which you want to be called."))
