# SPDX-License-Identifier: EUPL-1.2
"""Addresses of persons and groups on Signal. Pure, but for the country."""

import base64
import binascii
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone

GROUP_BYTES = (16, 32)  # of an old group, and of a new one


def person_named(text: str) -> str:
    """Signal's own id of somebody, or a phone number. Raises `DomainError` for anything else."""
    tidy = text.strip()
    try:
        return str(UUID(tidy))
    except ValueError:
        return normalised_phone(tidy, settings.COUNTRY)


def group_named(text: str) -> str:
    """The id of a group, as the daemon spells it. Raises `DomainError` for anything else."""
    tidy = text.strip()
    try:
        if len(base64.b64decode(tidy, validate=True)) in GROUP_BYTES:
            return tidy
    except (binascii.Error, ValueError):
        pass
    raise DomainError(_("This is not the id of a Signal group. Attach the group with a code instead."))
