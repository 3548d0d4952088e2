# SPDX-License-Identifier: EUPL-1.2
"""Few fields for each kind of news. No free chat: every form gives a fact (R109, R114, R117)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from buurtwacht.policy.model import PhotoRule, Policy
from buurtwacht.reports.content import Content
from buurtwacht.reports.forms import PersonForm, PhotoForm, VehicleForm
from buurtwacht.reports.forms.fields import SupposedField
from buurtwacht.reports.photos import TakenPhoto
from buurtwacht.wording.check import advise_burst
from buurtwacht.wording.forms import Remark

from .base import WordsForm, line, nothing_told, story

MINUTES_AGO = (0, 5, 10, 15)


class NewsForm(WordsForm):
    """A form for one kind of news. `content()` gives what it says, `card` is the card that belongs to it."""

    takes_photos = False

    def __init__(
        self,
        data: Any = None,
        *,
        policy: Policy,
        files: Any = None,
        said_at: Sequence[datetime] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, policy=policy, **kwargs)
        self.card: PersonForm | VehicleForm | None = None
        takes_photos = self.takes_photos and policy.photo is not PhotoRule.NEVER
        self.photo = PhotoForm(data, files, policy) if takes_photos else None
        self.said_at = said_at  # when the same person added something to this report before

    def clean(self) -> dict[str, Any]:
        if burst := advise_burst([*self.said_at, timezone.now()]):
            self.remark(Remark("", burst))
        return super().clean()

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.photo is None or not self.photo.is_valid() or not valid:
            return valid and self.photo is None
        self.weigh_card(self.photo)
        return not self.photo.errors

    def content(self) -> Content:
        return Content()

    @property
    def photos(self) -> list[TakenPhoto]:
        """The photo that goes along, if any."""
        return [self.photo.taken] if self.photo and self.photo.taken else []

    @property
    def photo_is_lost(self) -> bool:
        """Was there a photo in a form that is shown once more? A browser does not keep the file."""
        return bool(self.photo and self.photo.files.get("photo"))


class ObservationForm(NewsForm):
    """Something that was seen, now or a few minutes ago."""

    takes_photos = True
    weighed: tuple[str, ...] = ("supposed",)
    supposed = SupposedField()
    minutes_ago = forms.TypedChoiceField(label=gettext_lazy("When?"), coerce=int, widget=forms.RadioSelect, initial=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes_ago"].choices = [(ago, _ago(ago)) for ago in MINUTES_AGO]  # type: ignore[attr-defined]

    def content(self) -> Content:
        told = self.cleaned_data
        words = {name: told[name] for name in ("text", "supposed", "place", "direction") if name in told}
        return Content(**words, seen_at=timezone.now() - timedelta(minutes=told["minutes_ago"]))


class SightingForm(ObservationForm):
    """ "I see this too": where it is now, where it goes, what happens."""

    weighed = ("text", "supposed", "place", "direction")
    field_order = ("place", "direction", "text", "supposed", "minutes_ago")
    place = line(gettext_lazy("Where?"), required=True, help_text=gettext_lazy("A street, an alley, a crossing"))
    direction = line(gettext_lazy("Where to?"), help_text=gettext_lazy("For example: walks towards the park"))
    text = story(gettext_lazy("What do you see?"), help_text=gettext_lazy("What somebody does, in one sentence"))


class CardForm(ObservationForm):
    """News that is a card: a person or a vehicle."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        card = self.card
        if card is None or not card.is_valid() or not valid:
            return False
        if card.card().is_empty:
            self.add_error(None, nothing_told())
        self.weigh_card(card)
        return not self.errors and not card.errors


class PersonNewsForm(CardForm):
    """How one person looks (R122)."""

    def __init__(self, data: Any = None, *, policy: Policy, **kwargs: Any) -> None:
        super().__init__(data, policy=policy, **kwargs)
        self.card = PersonForm(data, number=0, policy=policy)

    def content(self) -> Content:
        card = self.card.card() if isinstance(self.card, PersonForm) else None
        return replace(super().content(), persons=(card,) if card else ())


class VehicleNewsForm(CardForm):
    """A vehicle, also by a part of its plate (R124, R125)."""

    def __init__(self, data: Any = None, *, policy: Policy, **kwargs: Any) -> None:
        super().__init__(data, policy=policy, **kwargs)
        self.card = VehicleForm(data, number=0, policy=policy)

    def content(self) -> Content:
        card = self.card.card() if isinstance(self.card, VehicleForm) else None
        return replace(super().content(), vehicles=(card,) if card else ())


class FirstCallForm(NewsForm):
    """ "I have called now", when nobody had called yet (R095)."""

    weighed = ()


class NextCallForm(NewsForm):
    """A call after the first is worth saying only with what was new (R096, R098)."""

    text = story(
        gettext_lazy("What did you tell that was new?"),
        required=True,
        help_text=gettext_lazy("Where it goes, a number plate, a weapon"),
    )

    def content(self) -> Content:
        return Content(text=self.cleaned_data["text"])


class PoliceForm(NewsForm):
    """ "The police are there". Nothing to fill in."""

    weighed = ()


def _ago(minutes: int) -> str:
    if minutes == 0:
        return _("Now")
    return ngettext("%(count)s minute ago", "%(count)s minutes ago", minutes) % {"count": minutes}
