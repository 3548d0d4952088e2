# SPDX-License-Identifier: EUPL-1.2
from functools import wraps
from typing import ParamSpec

from django.http import HttpResponse

from buurtwacht.enrolment.signing.access import Unsigned
from buurtwacht.enrolment.signing.doors import to_confidentiality
from buurtwacht.people.doors import Door, PersonRequest, View, second_factor_required

P = ParamSpec("P")


def lists_door(view: View[P]) -> Door[P]:
    """In front of taking over a list: a coordinator signs first to keep things private; an official is bound already.

    For views that get the slug of the group, and that come in through `access`.
    """

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Unsigned:
            return to_confidentiality(request, str(kwargs["slug"]))

    return second_factor_required(guarded)
