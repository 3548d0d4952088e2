# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


@contextmanager
def as_if(moment: datetime) -> Iterator[None]:
    """Let the whole program believe that it is another moment, so that the past is made by the same services.

    Only for the demo, and only in a process that does nothing else.
    """
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real
