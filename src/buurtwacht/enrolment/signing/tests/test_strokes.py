# SPDX-License-Identifier: EUPL-1.2
"""A drawn signature comes from a browser, so it may be anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.enrolment.signing.strokes import LONGEST, as_svg, is_drawing, is_signature
from buurtwacht.testing.nasty import nasty_strings

from .conftest import DRAWN

spots = some.tuples(some.integers(0, 999), some.integers(0, 399))
strokes = some.lists(some.lists(spots, min_size=2, max_size=9), min_size=1, max_size=4)


@given(strokes)
def test_whatever_our_pen_writes_is_a_drawing(drawn):
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in stroke) for stroke in drawn)

    assert is_drawing(path)
    assert as_svg(path).startswith("<svg ")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "M60 80",
        "M60 80L",
        "M60 80 L62 84",
        "m60 80l62 84",
        "M60 80L62 84Z",
        "M1e3 80L62 84",
        "M-6 80L62 84",
        "M60.5 80L62 84",
        "M60 400L62 84",
        "M1000 80L62 84",
        "M60 80L62 84\n",
        "M٦٠ 80L62 84",
        'M60 80L62 84"/><script>alert(1)</script>',
        "M60 80L62 84" * (LONGEST // 12 + 1),
    ],
)
def test_anything_else_is_refused(path):
    assert not is_drawing(path)


def test_no_nasty_string_is_a_drawing():
    assert not any(is_drawing(one) or is_drawing(f"M60 80L62 84{one}") for one in nasty_strings() if one)


@pytest.mark.parametrize("path", ["M60 80L60 80", "M60 80L61 81L60 80L61 81L60 80L61 81L60 80", "M60 80L200 200"])
def test_a_dot_or_a_slip_is_no_signature(path):
    assert is_drawing(path)
    assert not is_signature(path)


def test_a_signature_is_one():
    assert is_signature(DRAWN)


@pytest.mark.parametrize("forged", ['M0 0L1 1"><script>', "M60 80L60 80", "x" * (LONGEST + 1)])
def test_a_forged_drawing_is_answered_with_a_sentence(forged, group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))
    given_ = {"adult": "on", "agree": "on", "place": "Ede", "strokes": forged, "name": ""}

    answer = client.post(page_of(application), given_)

    assert answer.status_code == 200
    assert b"schrijf uw naam" in answer.content or b"tekens" in answer.content
    assert b'"><script>' not in answer.content
    assert application.acceptances.count() == 0
