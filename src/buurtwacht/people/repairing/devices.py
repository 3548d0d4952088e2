# SPDX-License-Identifier: EUPL-1.2
"""Which steps fit which device, by the name that it has with us."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.people.device_names import browser_of, device_name, system_of
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.queries import PUSH

from . import steps
from .steps import Step


class Kind(StrEnum):
    """Devices that are mended in the same way."""

    APPLE = "apple"
    ANDROID = "android"
    FIREFOX = "firefox"
    SAMSUNG = "samsung"
    COMPUTER = "computer"


TITLES: dict[Kind, Promise] = {
    Kind.APPLE: gettext_lazy("iPhone or iPad"),
    Kind.ANDROID: gettext_lazy("Android phone with Chrome or Edge"),
    Kind.SAMSUNG: gettext_lazy("Samsung with its own browser"),
    Kind.FIREFOX: gettext_lazy("Android phone with Firefox"),
    Kind.COMPUTER: gettext_lazy("Computer"),
}
STEPS: dict[Kind, tuple[Step, ...]] = {
    Kind.APPLE: (steps.HOME_SCREEN, steps.VERSION, steps.APPLE_ALLOWS, steps.APPLE_FOCUS, steps.APPLE_SOUND),
    Kind.ANDROID: (
        steps.ANDROID_ALLOWS,
        steps.CHROME_SITE,
        steps.ANDROID_DISTURB,
        steps.ANDROID_BATTERY,
        steps.SAMSUNG_SLEEP,
        steps.NOT_PRIVATE,
    ),
    Kind.SAMSUNG: (
        steps.ANDROID_ALLOWS,
        steps.SAMSUNG_SITE,
        steps.SAMSUNG_SLEEP,
        steps.ANDROID_DISTURB,
        steps.ANDROID_BATTERY,
        steps.NOT_PRIVATE,
    ),
    Kind.FIREFOX: (
        steps.ANDROID_ALLOWS,
        steps.FIREFOX_SITE,
        steps.ANDROID_DISTURB,
        steps.ANDROID_BATTERY,
        steps.SAMSUNG_SLEEP,
        steps.NOT_PRIVATE,
    ),
    Kind.COMPUTER: (
        steps.BROWSER_OPEN,
        steps.COMPUTER_SITE,
        steps.COMPUTER_ALLOWS,
        steps.COMPUTER_DISTURB,
        steps.NOT_PRIVATE,
    ),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """One device, or one kind of device, with its steps. `state` is empty, "off" or "gone"."""

    name: str
    steps: Sequence[tuple[str, str]]
    state: str = ""


def kind_of(name: str) -> Kind | None:
    """By the name that `device_name` gave; None when it says nothing."""
    system, browser = system_of(name), browser_of(name)
    if system in ("iPhone", "iPad"):
        return Kind.APPLE
    if system == "Android":
        return {"Firefox": Kind.FIREFOX, "Samsung Internet": Kind.SAMSUNG}.get(browser, Kind.ANDROID)
    return Kind.COMPUTER if system else None


def repairs_for(person: Person, user_agent: str) -> tuple[list[Repair], list[Repair]]:
    """The steps for this person's own devices, and those for the other kinds.

    Who has no device yet gets the steps for the device that is in their hands, by the User-Agent header.
    """
    points = list(ContactPoint.objects.filter(person=person, channel=PUSH).order_by("-is_on", "-created_at", "-pk"))
    here = device_name(user_agent)
    names = [point.label for point in points] or [here]
    own = [_repair(point.label, _state(point)) for point in points if kind_of(point.label)]
    if not points and kind_of(here):
        own = [_repair(here)]
    known = {kind_of(name) for name in names}
    return own, [_of_kind(kind) for kind in Kind if kind not in known]


def _repair(name: str, state: str = "") -> Repair:
    kind = kind_of(name)
    return Repair(name, tuple(_in_words(kind, browser_of(name))) if kind else (), state)


def _of_kind(kind: Kind) -> Repair:
    return Repair(str(TITLES[kind]), tuple(_in_words(kind, "")))


def _in_words(kind: Kind, browser: str) -> Iterator[tuple[str, str]]:
    named = {"browser": browser or _("your browser")}
    for step in (*STEPS[kind], steps.AGAIN):
        yield str(step.title), str(step.words) % named


def _state(point: ContactPoint) -> str:
    if point.gone_at:
        return "gone"
    return "" if point.is_on else "off"
