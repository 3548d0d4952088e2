# SPDX-License-Identifier: EUPL-1.2
"""Advice about words is counted per group and month, and never per person."""

from buurtwacht.groups.models import HintCount
from buurtwacht.groups.services import count_hints, count_words


def test_what_was_changed_and_what_was_kept(cast):
    count_hints(cast.group, before=["emoji", "insult"], after=["emoji"])
    count_hints(cast.group, before=["emoji"], after=[])
    count_hints(cast.group, before=[], after=["shouting"])  # nobody was shown this: it is no advice that was ignored

    counted = {row.reason: (row.shown, row.changed, row.kept) for row in HintCount.objects.all()}
    assert counted == {"emoji": (2, 1, 1), "insult": (1, 1, 0), "off_topic": (2, 1, 1)}


def test_a_text_that_is_off_topic_for_two_reasons_is_one_text(cast):
    count_hints(cast.group, before=["emoji", "chit_chat", "past_event"], after=["chit_chat", "past_event"])
    count_hints(cast.group, before=["emoji"], after=["municipal"])  # nobody was shown the other one

    assert HintCount.objects.values_list("shown", "changed", "kept").get(reason="off_topic") == (2, 1, 1)


def test_what_is_written_outside_a_report_is_no_part_of_that_share(cast):
    count_words(cast.group, ["emoji"], "Fijne avond allemaal 😀")

    assert [row.reason for row in HintCount.objects.all()] == ["emoji"]


def test_nothing_says_who():
    names = {field.name for field in HintCount._meta.get_fields()}
    assert names == {"id", "group", "month", "reason", "shown", "changed", "kept"}
