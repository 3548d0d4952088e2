# SPDX-License-Identifier: EUPL-1.2
"""What the wording check said about a report, and what came of it: counted once, per group, never per person."""

import pytest

from buurtwacht.groups.models import HintCount
from buurtwacht.reports.models import Report

from .walker import SEEN, Walker


@pytest.fixture
def walk(cast, login):
    return Walker(login(cast.bram))


def counts(group):
    return {one.reason: (one.shown, one.changed, one.kept) for one in HintCount.objects.filter(group=group)}


def test_advice_that_was_kept_is_counted_once(cast, walk):
    walk.press("call", **SEEN | {"words": "Man voelt aan achterpoorten 😡"}).press("called").press("share")
    walk.press("share")

    assert Report.objects.count() == 1
    assert counts(cast.group) == {"emoji": (1, 0, 1), "off_topic": (1, 0, 1)}


def test_words_that_were_changed_are_counted_as_changed(cast, walk):
    walk.press("call", **SEEN | {"words": "Klootzak voelt aan achterpoorten 😡"}).press("called").press("share")
    assert Report.objects.count() == 0
    walk.press("message", words=SEEN["words"]).press("share")

    assert Report.objects.count() == 1
    assert counts(cast.group) == {"emoji": (1, 1, 0), "insult": (1, 1, 0), "off_topic": (1, 1, 0)}


def test_what_was_not_shared_is_not_counted(cast, walk):
    walk.press("call", **SEEN | {"words": "Man voelt aan achterpoorten 😡"}).press("called")
    assert counts(cast.group) == {}


def test_a_made_up_reason_counts_for_nothing(cast, walk):
    walk.press("call", **SEEN).press("called", reasons_shown="<b>x</b> nothing").press("share")
    assert Report.objects.count() == 1
    assert counts(cast.group) == {}


def test_who_is_counted_is_not_kept():
    assert [field.name for field in HintCount._meta.get_fields() if field.is_relation] == ["group"]
