# SPDX-License-Identifier: EUPL-1.2
"""The R of SAAR, for the reporter."""

import pytest
from django.utils import timezone

from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.flow.after import safe_tips
from buurtwacht.testing.cast import gather

from .stories import make_report


def page_of(report):
    return f"/meldingen/{report.pk}/gedeeld/"


def test_the_reporter_sees_that_the_neighbours_know(cast, login):
    answer = login(cast.bram).get(page_of(make_report(cast.group, cast.bram))).content.decode()

    assert "Uw buren weten het" in answer
    assert "Goed gedaan. U hoeft nu niets te doen." in answer
    assert "Bram, Merelweg" in answer
    for slug in ("aanvullen", "aanvullen/politie", "verbeteren", "intrekken", "bereik"):
        assert f"/{slug}/" in answer


@pytest.mark.parametrize("who", ["anna", "gerrit", "farid", "dirk"])
def test_nobody_else_has_this_page(cast, login, who):
    report = make_report(cast.group, cast.bram)
    assert login(getattr(cast, who)).get(page_of(report)).status_code == 404


@pytest.mark.parametrize("status", ["closed", "withdrawn", "hidden"])
def test_once_it_is_over_its_reporter_reads_how_it_ended(cast, login, status):
    report = make_report(cast.group, cast.bram, status=status, closed_at=timezone.now())
    answer = login(cast.bram).get(page_of(report))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/meldingen/{report.pk}/")


def test_a_question_that_was_asked_says_until_when(cast, login):
    report = make_report(cast.group, cast.bram, status="doubt", doubt_until=timezone.now(), called_at=None)
    answer = login(cast.bram).get(page_of(report)).content.decode()
    assert "Uw vraag is gesteld" in answer
    assert "Bel dan alsnog 112." in answer


def test_in_a_bin_the_coordinator_knows(db, login):
    cast = gather("be-bin")
    answer = login(cast.bram).get(page_of(make_report(cast.group, cast.bram, status="waiting"))).content.decode()
    assert "Uw coördinator weet het" in answer
    assert "/bereik/" not in answer


@pytest.mark.parametrize("preset", PRESETS)
def test_nobody_is_ever_told_to_follow_somebody(preset):
    said = [tip.words for tip in safe_tips(PRESETS[preset])]
    assert said[-1] == "Volg niemand. Houd niemand tegen."
    assert said[0] == "Blijf binnen"


@pytest.mark.parametrize(
    ("preset", "word"),
    [
        ("nl", "met twee"),
        ("nl-binnenbijster", "met twee"),
        ("be-gemeente", "vriendelijk"),
        ("nl-ede", "Vraag een buur"),
    ],
)
def test_speaking_to_somebody_follows_the_policy(preset, word):
    assert any(word in tip.words for tip in safe_tips(PRESETS[preset]))


@pytest.mark.parametrize("preset", ["be", "be-bin", "be-lanaken"])
def test_where_one_stays_at_home_nobody_is_sent_outside(preset):
    assert not any("buiten?" in tip.words for tip in safe_tips(PRESETS[preset]))
