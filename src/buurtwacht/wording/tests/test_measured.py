# SPDX-License-Identifier: EUPL-1.2
"""What we promise of the check, measured; and the page that tells it is current."""

import io
import json
import subprocess
import sys
import time

import pytest
from django.core.management import CommandError, call_command

from buurtwacht.config.documents import ROOT
from buurtwacht.policy.presets import PRESETS
from buurtwacht.wording.check import advise
from buurtwacht.wording.measured import SAID_OF_PEOPLE, counted, document, flagged_in_newspaper, newspaper, rows
from buurtwacht.wording.reasons import PUBLIC, Reason

SLOWEST = 0.1  # seconds of work; some 4 ms were measured, and a test runs on a slow and busy machine


def test_the_test_set_is_large_and_half_of_it_is_harmless():
    own = rows()
    assert len(own) >= 1000
    assert 0.4 < sum(not row.reason for row in own) / len(own) < 0.6
    assert {row.reason for row in own if row.reason} <= {reason.value for reason in PUBLIC}
    for language, fewest in (("nl", 600), ("fr", 200), ("de", 200), ("en", 200)):
        assert sum(row.language == language for row in own) >= fewest
    assert not {row.text for row in own} & {row.text for row in rows("held_out")}


@pytest.mark.parametrize("row", rows("requirements"), ids=lambda row: f"{row.language}-{row.text[:20]}")
def test_the_collected_messages_hear_exactly_their_reasons_in_four_languages(row):
    found = advise(row.text, language=row.language)
    assert {one.reason.public.value for one in found} == set(row.reason.split())


def test_most_is_found_and_little_is_flagged_in_vain():
    found, missed, _ = counted(rows())["insult"]
    assert found / (found + missed) > 0.9
    left, flagged, _ = counted(rows())[""]
    assert flagged / (left + flagged) < 0.05


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_of_the_sentences_held_out_seven_in_ten_are_found(language):
    held = [row for row in rows("held_out") if row.language == language]
    bad = [row for row in held if row.reason in {"insult", "discrimination"}]
    fine = [row for row in held if not row.reason]
    assert sum(bool(SAID_OF_PEOPLE & row.answer) for row in bad) / len(bad) >= 0.7
    assert sum(bool(SAID_OF_PEOPLE & row.answer) for row in fine) / len(fine) <= 0.2


def test_an_excuse_in_front_excuses_nothing():
    excuses = (
        ("nl", "Ik ben geen racist, maar moslims zijn ongedierte"),
        ("fr", "Je ne suis pas raciste mais les Arabes sont des voleurs"),
        ("de", "Ich bin kein Rassist, aber Juden sind Ungeziefer"),
        ("en", "I'm not racist but Muslims are vermin"),
    )
    for language, text in excuses:
        assert [one.blocks for one in advise(text, language=language)] == [True]


def seconds(text: str, language: str) -> float:
    """Of work, the best of three: now and then Python tidies up in between."""
    took = []
    for _again in range(3):
        start = time.thread_time()
        advise(text, language=language)
        took.append(time.thread_time() - start)
    return min(took)


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_the_worst_text_takes_no_long_time_in_other_languages(language):
    worst = {"fr": "je déteste les juifs ", "de": "alle juden sollten ", "en": "all jews should "}[language] * 5_000
    assert seconds(worst, language) < SLOWEST


def test_hardly_any_newspaper_sentence_is_flagged():
    assert len(newspaper()) >= 300
    assert len(flagged_in_newspaper()) / len(newspaper()) <= 0.01


def test_the_page_about_it_is_current():
    assert (ROOT / "docs/wording.md").read_text() == document()


@pytest.mark.parametrize(
    "piece", ["ik ", "ik haat ", "moslims moeten ", "k*", "!?", "ze zijn ", "ikhaatze", "i d i o o t "]
)
def test_the_worst_text_takes_no_long_time(piece):
    text = (piece * 100_000)[:100_000]
    assert seconds(text, "nl") < SLOWEST


def answers(monkeypatch, lines, *options):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    out = io.StringIO()
    call_command("wording", *options, stdout=out)
    return [json.loads(line)["findings"] for line in out.getvalue().splitlines()]


def test_the_command_answers_each_line_without_a_database(monkeypatch):
    lines = b"1d!00t\n\nWitte bus 12-AB-34 rijdt weg\n" + b"\xff\xfe dag\n" + b"Pools type met jas"
    insult, empty, plate, _, origin = answers(monkeypatch, lines, "--json", "--policy", "be")

    assert insult[0]["reason"] == "insult"
    assert insult[0]["hard"] is True
    assert insult[0]["words"] == ["1d!00t"]
    assert empty == []
    assert [(one["reason"], one["words"]) for one in plate] == [("plate", ["12-AB-34"])]
    assert origin[0]["reason"] == "discrimination"
    assert "Iemand met jas" in origin[0]["advice"]


def test_the_command_knows_nineteen_reasons():
    assert {reason.public for reason in Reason} == PUBLIC
    assert len(PUBLIC) == 19


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_the_command_says_the_same_of_the_collected_messages(monkeypatch, language):
    collected = [row for row in rows("requirements") if row.language == language]
    found = answers(monkeypatch, "\n".join(row.text for row in collected).encode(), "--json", "--language", language)
    assert [{one["reason"] for one in findings} for findings in found] == [set(row.reason.split()) for row in collected]


@pytest.mark.parametrize("policy", sorted(PRESETS))
def test_the_command_takes_every_preset(monkeypatch, policy):
    [insult] = answers(monkeypatch, b"wat een idioot", "--json", "--policy", policy)
    assert [one["reason"] for one in insult] == ["insult"]


def test_the_command_takes_any_bytes(monkeypatch):
    lines = b"a\x00b\xff\xfe\r\nklootzak\r\n\r\n" + b"klootzak " + b"a" * 1_000_000 + b"\nklootzak"
    found = answers(monkeypatch, lines, "--json", "--language", "nl_BE")
    assert [[one["reason"] for one in findings] for findings in found] == [[], ["insult"], [], ["insult"], ["insult"]]


def test_the_command_refuses_a_language_without_lists():
    with pytest.raises(CommandError):
        call_command("wording", "--json", "--language", "xx")


def test_the_command_stops_without_a_word_when_nobody_listens():
    command = f"yes klootzak | head -5000 | {sys.executable} -m buurtwacht wording --json | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=True)
    assert json.loads(done.stdout)["findings"][0]["reason"] == "insult"
    assert "BrokenPipe" not in done.stderr
