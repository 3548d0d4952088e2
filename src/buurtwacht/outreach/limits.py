# SPDX-License-Identifier: EUPL-1.2
"""Not too often: gentle limits for pages that anybody can use."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from buurtwacht.enrolment.limits import HOUR, network_of
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.limits import Limit

FINDING = Limit("finding", 60, 60)  # a school class behind one network address finds its groups too
QUESTIONS = Limit("questions", 6, HOUR)
RIGHTS = Limit("rights", 5, HOUR)
STARTING = Limit("starting", 10, HOUR)


class TooOften(DomainError):
    """Somebody, or a program, asks more than people do."""

    status = 429


def check_pace(request: HttpRequest, limit: Limit) -> None:
    """Count this request for its network address, of which only a hash is kept. Raises `TooOften`."""
    if not limit.allows(network_of(request)):
        raise TooOften(_("You ask this very often. Wait a little while, and try again."))
