# SPDX-License-Identifier: EUPL-1.2
"""What who asked gets by mail or on paper, in their language. Nothing about neighbours, and not who answered."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.lib.clock import full_day
from buurtwacht.lib.post import post
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.queries import country_of

from .access import token_of
from .rules import authority_of


def send_code(request: RightsRequest) -> None:
    path = reverse("rights_code", args=[token_of(request)])
    _send(request, "code", lambda: _("Code for your request"), code=request.code["code"], url=settings.SITE_URL + path)


def send_receipt(request: RightsRequest) -> None:
    _send(request, "received", lambda: _("We received your request"))


def send_prolonged(request: RightsRequest) -> None:
    _send(request, "prolonged", lambda: _("Your request takes longer"))


def send_answer(request: RightsRequest) -> None:
    _send(request, "answer", lambda: _("Answer to your request"))


def _send(request: RightsRequest, template: str, subject: Callable[[], str], **more: Any) -> None:
    with override(request.language):
        post(request.email, f"{subject()} ({request.reference})", words_of(request, template, **more))


def words_of(request: RightsRequest, template: str, **more: Any) -> str:
    """What a letter says, in the language that is switched on."""
    zone = ZoneInfo(request.organisation.time_zone)
    authority, site = authority_of(country_of(request.organisation))
    context = {
        "request": request,
        "organisation": request.organisation.name,
        "due": full_day(request.due_on) if request.due_on else "",
        "received": full_day(request.received_at, zone) if request.received_at else "",
        "authority": authority,
        "authority_site": site,
        **more,
    }
    return render_to_string(f"outreach/rights/mail/{template}.txt", context)
