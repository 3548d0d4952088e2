# SPDX-License-Identifier: EUPL-1.2
"""Whatever is wrong with a request, it gets an answer: nothing that anybody sends breaks the server."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from buurtwacht.testing.peers.whatsapp import WhatsApp
from buurtwacht.testing.peers.whatsapp.description import examples
from buurtwacht.testing.peers.whatsapp.errors import Refusal
from buurtwacht.testing.peers.whatsapp.submitting import new_template

WRONG = (None, {})


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key)
        yield from places(each, (*path, key))


def mutilated(example: dict) -> Iterator[dict]:
    """The example with something wrong in every place, one at a time."""
    for *path, last in places(example):
        for wrong in WRONG:
            whole = copy.deepcopy(example)
            at = whole
            for key in path:
                at = at[key]
            at[last] = wrong
            yield whole


def answers(take, requests) -> set[int]:
    """The codes; 0 for what is accepted. Anything but a refusal is an error of ours."""
    found = set()
    for request in requests:
        try:
            take(request)
            found.add(0)
        except Refusal as refusal:
            found.add(refusal.code)
    return found


@pytest.fixture(scope="module")
def meta() -> WhatsApp:
    server = WhatsApp()  # it need not listen
    server.limits.per_second = server.limits.pair_burst = 10**6
    server.user("31612345678").says("Hallo")
    server.template("melding", "Melding: {{1}} in uw buurt.", language="en_US", buttons=["Ja", "Nee"])
    return server


@pytest.mark.parametrize("name", examples("messages"))
def test_a_mutilated_message_is_answered(name, meta):
    example = examples("messages")[name]
    example |= {"to": "31612345678"} if "to" in example else {}
    if "template" in example:
        example["template"]["name"], example["template"]["language"]["code"] = "melding", "en_US"
    assert answers(meta.desk.take, mutilated(example)) & {100, 131008, 131009}
    assert all(isinstance(message.text, str) for message in meta.sent)


@pytest.mark.parametrize("name", examples("new template"))
def test_a_mutilated_template_is_answered(name):
    example = examples("new template")[name] | {"name": "melding"}
    assert 100 in answers(lambda wanted: new_template(wanted, []), mutilated(example))
