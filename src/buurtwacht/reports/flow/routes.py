# SPDX-License-Identifier: EUPL-1.2
"""The friendly other way for what is over: no alarm, but the police do want to know (R104)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.policy.model import Policy


@dataclass(frozen=True, slots=True)
class Route:
    """One way to report it. `href` is empty where the policy knows no number."""

    icon: str
    href: str
    label: str
    words: str
    button: str
    is_outside: bool = False


def routes_for(group: WatchGroup) -> list[Route]:
    """The best way first."""
    return list(_routes(group))


def _routes(group: WatchGroup) -> Iterator[Route]:
    policy = group.policy
    if number := policy.non_urgent_number:
        button = _("Call %(number)s") % {"number": number}
        yield Route("phone", _tel(number), number, _("Police, no emergency. Day and night."), button)
    else:
        name = group.organisation.police_name or _("Your local police")
        yield Route(
            "phone", "", name, _("For what is no emergency. The number is on the site of your police zone."), ""
        )
    if url := policy.online_report_url:
        label = _("Report it on %(site)s") % {"site": _site(url)}
        yield Route("file-text", url, label, _("For theft, burglary or damage."), label, is_outside=True)
    if number := policy.anonymous_number:
        yield Route("shield-lock", _tel(number), number, _("Report crime without giving your name."), number)
    if route := municipal_route(policy):
        yield route


def municipal_route(policy: Policy) -> Route | None:
    """Where the municipality takes reports about tiles, lamps and rubbish, when the group says where (R139)."""
    words = _("For loose tiles, rubbish, or a street lamp that is broken.")
    if url := policy.municipal_report_url:
        label = _("Report it to the municipality on %(site)s") % {"site": _site(url)}
        return Route("building", url, label, words, label, is_outside=True)
    if number := policy.municipal_number:
        label = _("The municipality: %(number)s") % {"number": number}
        return Route("building", _tel(number), label, words, label)
    return None


def _site(url: str) -> str:
    return re.sub(r"^https?://(www\.)?|/.*$", "", url)


def _tel(number: str) -> str:
    return "tel:" + re.sub(r"\D", "", number)
