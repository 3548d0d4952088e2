# SPDX-License-Identifier: EUPL-1.2
"""The buttons of the flow. Each posts the whole form with a wish, and some wishes change what the form holds."""

import re
from contextlib import suppress
from datetime import datetime, tzinfo
from enum import StrEnum
from uuid import UUID

from django.http import QueryDict

from buurtwacht.lib.clock import clock


class Wish(StrEnum):
    NOTICE = "notice"  # back to the first step
    CALL = "call"  # on to the call, or back to it
    INSIST = "insist"  # "this is about safety now": on to the call, whatever the group calls no emergency
    CALLED = "called"  # "I have called"
    DOUBT = "doubt"  # "I want to ask first"
    MESSAGE = "message"
    DIFFERENT = "different"  # different:<id>, "no, mine is something else"
    ADD_PERSON = "add-person"
    ADD_VEHICLE = "add-vehicle"
    REMOVE = "remove"  # remove:person-1
    ADOPT = "adopt"  # adopt:words:0, the better words of a hint
    SHARE = "share"


_CARD = re.compile(r"(person|vehicle)-\d{1,2}")
_FIRST_FIELD = {"person": "sex", "vehicle": "kind"}


def wish_of(data: QueryDict) -> tuple[Wish, str]:
    """What the pressed button asks for, and about what. Enter in a text field, or an unknown button, looks further."""
    word, _colon, about = data.get("do", "").partition(":")
    return (Wish(word), about) if word in list(Wish) else (Wish.MESSAGE, "")


def changed(data: QueryDict, wish: Wish, about: str, now: datetime, zone: tzinfo) -> QueryDict:
    """The data of the form as the wish leaves it."""
    form = data.copy()
    if wish is Wish.CALLED:
        form["called"], form["in_doubt"] = "on", ""
        form["called_at"] = data.get("called_at") or clock(now, zone)
    elif wish is Wish.INSIST:
        form["insists"] = "on"
    elif wish is Wish.DOUBT:
        form["called"], form["in_doubt"] = "", "on"
    elif wish is Wish.DIFFERENT:
        _set_apart(form, about)
    elif wish in (Wish.ADD_PERSON, Wish.ADD_VEHICLE):
        _add_card(form, wish.removeprefix("add-"))
    elif wish is Wish.REMOVE and _CARD.fullmatch(about):
        _remove_card(form, about)
    return form


def _set_apart(form: QueryDict, about: str) -> None:
    """Remember that this report of a neighbour is about something else."""
    with suppress(ValueError):
        form["apart_from"] = f"{form.get('apart_from', '')} {UUID(about)}".strip()


def _add_card(form: QueryDict, kind: str) -> None:
    """An empty card with the next number. Its first field tells that it is there."""
    taken = {name.split("-")[1] for name in form if name.startswith(f"{kind}-")}
    number = max((int(one) for one in taken if one.isdecimal()), default=-1) + 1
    form[f"{kind}-{number}-{_FIRST_FIELD[kind]}"] = ""


def _remove_card(form: QueryDict, card: str) -> None:
    for name in [name for name in form if name.startswith(f"{card}-")]:
        del form[name]
