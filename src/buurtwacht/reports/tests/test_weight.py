# SPDX-License-Identifier: EUPL-1.2
"""The first view of the report flow, with everything, must come over a slow network in time."""

import gzip

import pytest

from .walker import URL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST = 100_000  # bytes over the wire, compressed as a web server does
PACKED = (".woff2", ".png", ".jpg")


def over_the_wire(address, body):
    return len(body if address.split("?")[0].endswith(PACKED) else gzip.compress(body, 6))


def test_the_first_view_weighs_less_than_100_kilobytes(browser_page, bram):
    page = browser_page(person=bram)
    weights = {}
    page.on("response", lambda answer: weights.update({answer.url: over_the_wire(answer.url, answer.body())}))
    page.goto(URL)
    page.wait_for_load_state("networkidle")

    told = "\n".join(f"{weight:7} {url}" for url, weight in sorted(weights.items(), key=lambda pair: -pair[1]))
    assert sum(weights.values()) < MOST, told
    assert len(weights) > 8
