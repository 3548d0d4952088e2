# SPDX-License-Identifier: EUPL-1.2
"""The last test as a certificate: figures and no names, with a number by which it can be checked."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from buurtwacht.alerts.chart import duration
from buurtwacht.alerts.models import TestAlarm
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.naming import full_name
from buurtwacht.lib.clock import full_day
from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.pdf import pdf_from

from .queries import latest_certified

TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "alerts" / "proof" / "certificate.typ"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A file to keep."""

    name: str
    pdf: bytes


def certificate_of(group: WatchGroup) -> Certificate:
    """Of the last test that ended. Raises `NotFound` when no test has told anybody."""
    test = latest_certified(group)
    if test is None:
        raise NotFound(_("There is no certificate yet: first a test has to end."))
    day = test.at.astimezone(group.tz).date()
    language = get_language() or group.organisation.language
    return Certificate(f"proefalarm-{group.slug}-{day.isoformat()}.pdf", pdf_from(TEMPLATE, data_of(test, language)))


def number_of(test: TestAlarm) -> str:
    """A digest of what the certificate claims, in four groups of four: another figure makes another number."""
    claims = (test.pk, test.group_id, test.at.isoformat(), test.told, test.proven, test.half_seconds, test.most_seconds)
    mark = hashlib.sha256("|".join(map(str, claims)).encode()).hexdigest()[:16].upper()
    return "-".join(mark[place : place + 4] for place in range(0, 16, 4))


def data_of(test: TestAlarm, language: str) -> dict[str, Any]:
    """What the template shows."""
    group = test.group
    with override(language):
        return {
            "language": language[:2],
            "over": _("Neighbourhood watch"),
            "title": _("Proof of reach"),
            "group": full_name(group),
            "percent": test.percent,
            "claim": _("of the phones showed the test"),
            "count": _("%(proven)s of the %(told)s neighbours whose phone was tested")
            % {"proven": test.proven, "told": test.told},
            "facts": _facts(test, full_day(test.at, group.tz)),
            "how": _(
                "Buurtwacht sent every neighbour a test in the way in which an alarm goes. A phone counts when it "
                "reported by itself, within three hours, that the test was on its screen. Mail does not count."
            ),
            "number": _("Number %(number)s") % {"number": number_of(test)},
            "site": settings.SITE_URL.partition("://")[2],
        }


def _facts(test: TestAlarm, day: str) -> list[list[str]]:
    kind = _("With sound") if test.is_loud else _("Without sound")
    facts = [
        [_("Date of the test"), day],
        [_("How it came in"), kind],
        [_("Half of all on the screen within"), duration(test.half_seconds)],
        [_("9 in 10 on the screen within"), duration(test.most_seconds)],
        [_("Behind the group"), test.group.organisation.name],
    ]
    return [fact for fact in facts if fact[1]]
