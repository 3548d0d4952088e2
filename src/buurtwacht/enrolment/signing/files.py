# SPDX-License-Identifier: EUPL-1.2
"""An acceptance as a file: the scan of the paper, or a copy with the text and the signature."""

from django.utils.text import slugify

from buurtwacht.enrolment.models import Acceptance

from .mark import STROKES
from .paper import copy_of

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg"}


def file_of(acceptance: Acceptance) -> tuple[bytes, str, str]:
    """Content, media type and name."""
    name = f"{slugify(acceptance.get_kind_display())}-{acceptance.at:%Y-%m-%d}"
    if acceptance.signature and acceptance.signature_type != STROKES:
        kind = acceptance.signature_type
        return bytes(acceptance.signature), kind, f"{name}.{ENDINGS.get(kind, 'bin')}"
    return copy_of([acceptance]), "application/pdf", f"{name}.pdf"
