# SPDX-License-Identifier: EUPL-1.2
"""The menu: a few plain words, for each role its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from .hats import Hats, hats_of


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the menu."""

    label: str
    url: str
    is_current: bool = False


def menu_for(request: HttpRequest) -> list[Item]:
    """The entries for this person, the current page marked."""
    user = getattr(request, "user", None)
    known = user is not None and user.is_authenticated
    pairs = list(_for_member(hats_of(request)) if known else _for_visitor())
    path = _place_of(request.path)
    here = max((url for _label, url in pairs if _covers(url, path)), key=len, default="")
    return [Item(label, url, is_current=url == here) for label, url in pairs]


def _place_of(path: str) -> str:
    """Where a page stands in the menu: the groups of an organisation belong to the finder."""
    is_of_groups = path.startswith(reverse("sites")) and "/groepen/" in path
    return reverse("find_group") if is_of_groups else path


def _covers(url: str, path: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


def _for_visitor() -> Iterator[tuple[str, str]]:
    yield _("Find your group"), reverse("find_group")
    yield _("What is neighbourhood watch?"), reverse("sites")
    yield _("Start a group"), reverse("start_group")
    yield _("Sign in"), reverse("account_login")


def _for_member(hats: Hats) -> Iterator[tuple[str, str]]:
    for group in hats.desks:
        label = _("Desk") if len(hats.desks) == 1 else _("Desk %(group)s") % {"group": group.name}
        yield label, reverse("desk", args=[group.slug])
    if hats.roles.officer:
        yield _("Police"), reverse("dossiers:desk")
    if hats.roles.official:
        yield _("Municipality"), reverse("municipality")
    if hats.roles.auditor:
        yield _("Oversight"), reverse("oversight")
    yield _("Start"), reverse("home")
    if hats.memberships:
        yield _("Reports"), reverse("reports")
        yield _("My phone"), reverse("phone")
    yield _("My data"), reverse("own_data")
