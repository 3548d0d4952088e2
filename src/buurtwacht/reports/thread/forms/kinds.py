# SPDX-License-Identifier: EUPL-1.2
"""The kinds of news that neighbours can add, with their word in the address of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from buurtwacht.policy.model import Policy
from buurtwacht.reports.forms import VehicleForm
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules

from .carried import Carried
from .news import FirstCallForm, NewsForm, NextCallForm, PersonNewsForm, PoliceForm, SightingForm, VehicleNewsForm

Kind = Entry.Kind
SEEN = Kind.SIGHTING


@dataclass(frozen=True, slots=True)
class NewsKind:
    """One kind of news: what it is called, and what one sees of it."""

    kind: Entry.Kind
    slug: str
    label: Any
    hint: Any
    icon: str


KINDS = (
    NewsKind(Kind.SIGHTING, "gezien", _("I see it too"), _("Where it is now, and where it goes"), "eye-plus"),
    NewsKind(Kind.PERSON, "persoon", _("I can describe somebody"), _("Clothes, age, what they carry"), "user"),
    NewsKind(Kind.VEHICLE, "voertuig", _("I see a vehicle"), _("Colour, make, a part of the plate"), "car"),
    NewsKind(Kind.CALL, "gebeld", _("I called too"), _("Only if you told something new"), "phone"),
    NewsKind(
        Kind.POLICE_ON_SITE, "politie", _("The police are there"), _("After that only new observations"), "shield"
    ),
)


def kinds_open(report: Report, policy: Policy) -> list[NewsKind]:
    """The kinds that can be added now."""
    return [kind for kind in KINDS if rules.refusal_to_add(report, kind.kind, policy) is None]


def kind_called(slug: str) -> NewsKind | None:
    """The kind with this word in its address."""
    return next((kind for kind in KINDS if kind.slug == slug), None)


def news_form(
    kind: Entry.Kind,
    report: Report,
    policy: Policy,
    data: Any = None,
    *,
    files: Any = None,
    said_at: Sequence[datetime] = (),
    carried: Carried | None = None,
) -> NewsForm:
    """The form for this kind of news on this report. `carried` is what somebody told before, for what they see."""
    sent: dict[str, Any] = {"files": files, "said_at": said_at}
    if kind == Kind.CALL:
        call_form: type[NewsForm] = NextCallForm if report.called_at else FirstCallForm
        return call_form(data, policy=policy, **sent)
    if kind == Kind.SIGHTING:
        return SightingForm(
            data, policy=policy, initial={"place": report.place} | (carried.initial() if carried else {}), **sent
        )
    forms: dict[Entry.Kind, type[NewsForm]] = {
        Kind.PERSON: PersonNewsForm,
        Kind.VEHICLE: VehicleNewsForm,
        Kind.POLICE_ON_SITE: PoliceForm,
    }
    form = forms[kind](data, policy=policy, **sent)
    if isinstance(form.card, VehicleForm):
        form.card.begins_at(report.place)
    return form
