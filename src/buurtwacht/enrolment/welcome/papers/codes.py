# SPDX-License-Identifier: EUPL-1.2
"""QR codes (ISO/IEC 18004) with error correction M: a fold or a drop of rain does no harm."""

import io

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from buurtwacht.enrolment.models import Invitation

QUIET_ZONE = 4  # modules of white around it, which the standard asks
PIXELS = 12  # per module, for print


def address_of(invitation: Invitation) -> str:
    """The whole address that the code leads to."""
    return settings.SITE_URL + reverse("invitation", args=[invitation.code])


def short_address() -> str:
    """Where somebody types the code, as it stands in a letter: without https."""
    return (settings.SITE_URL + reverse("typed_code")).split("://", 1)[-1].rstrip("/")


def picture_of(invitation: Invitation) -> SafeString:
    """The code as SVG, to stand in a page. Nothing in it comes from a person."""
    return mark_safe(_svg(invitation, svgclass="bw-qr", lineclass=None))  # noqa: S308 - made by segno from our address


def svg_of(invitation: Invitation) -> str:
    """The code as SVG, for a paper."""
    return _svg(invitation, svgclass=None, lineclass=None)


def png_of(invitation: Invitation) -> bytes:
    """The code as a picture to save or to share."""
    out = io.BytesIO()
    _code(invitation).save(out, kind="png", scale=PIXELS, border=QUIET_ZONE)
    return out.getvalue()


def _svg(invitation: Invitation, **how: str | None) -> str:
    out = io.BytesIO()
    code = _code(invitation)
    code.save(out, kind="svg", xmldecl=False, border=QUIET_ZONE, light="#ffffff", omitsize=True, **how)
    return out.getvalue().decode()


def _code(invitation: Invitation) -> segno.QRCode:
    return segno.make_qr(address_of(invitation), error="m")
