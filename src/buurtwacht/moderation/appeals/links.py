# SPDX-License-Identifier: EUPL-1.2
"""The way to one's own case without signing in: from a mail, or with the reference on a letter.

Who was removed is in no group any more, and must still be able to read the decision and to appeal.
"""

import io
from datetime import datetime

import segno
from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import link_token, subject_of
from buurtwacht.moderation.models import Case, Measure

from . import rules

CASE = "moderation case"
REFERENCE_SIGNS = 8  # of the end of the id, which is random


def case_url(case: Case) -> str:
    """The whole address of the page of the member, as it stands in a mail or a letter."""
    return settings.SITE_URL + reverse("case_by_link", args=[link_token(CASE, case.pk)])


def qr_of(url: str) -> str:
    """A code that leads to the page, for paper: an SVG."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="svg", scale=4, border=0, xmldecl=True, svgns=True)
    return out.getvalue().decode()


def case_by(token: str) -> Case:
    """The case that a link was made for, as long as the link works. Absent, forged and too old sound the same."""
    subject = subject_of(CASE, token)
    rows = Case.objects.select_related("group__organisation", "group__area", "person", "membership")
    case = rows.filter(pk=subject).first() if subject else None
    if case is None or not rules.link_works(_last_of(case), timezone.now()):
        raise NotFound(_("There is no such page."))
    return case


def reference_of(measure: Measure) -> str:
    """What stands in a letter, so that an appeal that comes back by post finds its measure: "7F3A-91C2"."""
    signs = measure.pk.hex[-REFERENCE_SIGNS:].upper()
    return f"{signs[:4]}-{signs[4:]}"


def by_reference(typed: str) -> Q:
    """Measures with this reference; none for what is no reference."""
    signs = "".join(sign for sign in typed.lower() if sign in "0123456789abcdef")
    return Q(pk__endswith=signs) if len(signs) == REFERENCE_SIGNS else Q(pk=None)


def _last_of(case: Case) -> datetime | None:
    """The last moment at which something can happen with this case; None while it is open."""
    if case.closed_at is None:
        return None
    moments = [case.closed_at]
    for measure in case.measures.select_related("appeal"):
        appeal = getattr(measure, "appeal", None)
        if appeal and appeal.answered_at is None:
            return None
        moments += [moment for moment in (measure.appeal_until, appeal and appeal.answered_at) if moment]
    return max(moments)
