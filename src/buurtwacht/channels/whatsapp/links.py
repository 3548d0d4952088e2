# SPDX-License-Identifier: EUPL-1.2
"""Links that open a chat with our number."""

from urllib.parse import quote

from django.conf import settings

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone


def chat_link(text: str = "") -> str:
    """A link that opens WhatsApp with these words filled in, such as the code that begins. Empty without a number."""
    try:
        number = normalised_phone(settings.WHATSAPP_NUMBER, settings.COUNTRY).lstrip("+")
    except DomainError:
        return ""
    return f"https://wa.me/{number}" + (f"?text={quote(text)}" if text else "")
