# SPDX-License-Identifier: EUPL-1.2
"""May this be done with the register or with a list? Pure questions, no database."""

from datetime import timedelta

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError

MOST_BYTES = 5_000_000
REMIND_AFTER = timedelta(days=7)  # once; after thirty days the question and what was asked are gone
KEPT_FOR = timedelta(days=30)


def check_size(size: int) -> None:
    """A list of people fits in five megabytes; a file that does not is something else, or has photos in it."""
    if size == 0:
        raise DomainError(_("This file is empty. Choose the file with the list."))
    if size > MOST_BYTES:
        raise DomainError(_("This file is too large. Take out photos, or divide the list in two."))
