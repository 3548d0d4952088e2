# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.lib.ids import new_id
from buurtwacht.reports import chain
from buurtwacht.reports.models import Entry

REPORT = new_id()


@pytest.fixture
def entries():
    made, previous = [], chain.first_link(REPORT)
    for sequence in range(1, 6):
        entry = Entry(sequence=sequence, kind="sighting", role="member", content={"text": f"Regel {sequence}"})
        chain.seal(entry, previous)
        previous = entry.digest
        made.append(entry)
    return made


def test_an_untouched_chain_is_whole(entries):
    verdict = chain.verify(REPORT, entries)
    assert verdict.is_whole
    assert (verdict.checked, verdict.erased) == (5, 0)


@pytest.mark.parametrize(
    "tamper",
    [
        lambda entry: entry.content.update(text="Iets anders"),
        lambda entry: setattr(entry, "kind", "vehicle"),
        lambda entry: setattr(entry, "role", "police"),
        lambda entry: setattr(entry, "at", timezone.now() - timedelta(hours=1)),
        lambda entry: setattr(entry, "salt", chain.new_salt()),
        lambda entry: setattr(entry, "content_digest", b"0" * 32),
    ],
    ids=["words", "kind", "role", "time", "salt", "digest"],
)
def test_a_change_shows_and_says_where(entries, tamper):
    tamper(entries[2])
    assert 3 in chain.verify(REPORT, entries).broken


def test_a_missing_entry_shows(entries):
    assert chain.verify(REPORT, entries[:2] + entries[3:]).broken == (4,)


def test_entries_in_another_order_show(entries):
    assert not chain.verify(REPORT, [entries[1], entries[0], *entries[2:]]).is_whole


def test_the_chain_of_one_report_does_not_fit_another(entries):
    assert chain.verify(new_id(), entries).broken == (1,)


def test_an_erased_entry_leaves_the_chain_whole(entries):
    entries[1].content = entries[1].salt = None

    verdict = chain.verify(REPORT, entries)
    assert verdict.is_whole
    assert verdict.erased == 1


def test_a_digest_does_not_give_away_a_short_text(entries):
    again = chain.content_digest(b"", chain.record_of(entries[0]))
    assert again != entries[0].content_digest


def test_the_same_facts_are_written_one_way():
    assert chain.canonical({"b": "é", "a": 1}) == chain.canonical({"a": 1, "b": "é"}) == '{"a":1,"b":"é"}'.encode()
