# SPDX-License-Identifier: EUPL-1.2
"""Who sent a text message, in the spelling of our own address book. Pure."""

from django.conf import settings

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone


def sender_in(said: str) -> str:
    """The number as E.164, however a provider writes it: "31612345678", "0031612345678", "06 12345678".

    Nothing for a sender that is no telephone number, such as a name or a short code: nobody can be answered there.
    """
    bare = said.strip().removeprefix("tel:")
    for spelling in (f"+{bare}", bare) if bare.isdigit() and not bare.startswith("0") else (bare,):
        try:
            return normalised_phone(spelling, settings.COUNTRY)
        except DomainError:
            continue
    return ""
