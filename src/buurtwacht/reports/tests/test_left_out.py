# SPDX-License-Identifier: EUPL-1.2
"""Where there is danger no alarm waits for traits: what came too early is left out, and its writer alone hears it."""

from dataclasses import replace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.content import Content, PersonCard, read
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.left_out import fit_at_once
from buurtwacht.reports.looks import description_in, refusal_for_looks
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.services import share_report
from buurtwacht.reports.thread.services import add_supplement, correct_report
from buurtwacht.wording.skinless import without_skin

from .stories import make_report, told
from .walker import Walker

BEATEN = Content(
    text="Zwarte man slaat mijn buurman",
    behaviours=("violence",),
    place="Merelweg",
    in_sight="now",
    called_at=timezone.now(),
)
PRESSED = {"behaviours": ["violence"], "words": BEATEN.text, "place": "Merelweg", "in_sight": "now"}
WHO = (
    *("Zwarte man", "Getinte jongen", "donkere jonge vrouw", "Man met een donkere huid", "twee blanke mannen"),
    *("Homme noir", "Un homme à la peau noire", "Femme basanée", "Black man", "two dark men", "a white woman"),
    *("Schwarzer Mann", "dunkle Frau", "Man huidskleur donker", "zwárte mán", "donkergetint type"),
)
DOES = ("slaat mijn buurman", "heeft een mes", "frappe un enfant", "has a gun", "schlägt ein Kind", "blood everywhere")


def shared(group, by, **facts):
    content = replace(BEATEN, called_at=timezone.now(), **facts)
    return share_report(Draft(id=new_id(), group=group, content=content), by=by)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"behaviours": (), "danger": "weapon"},
        {"behaviours": ("tries_doors",), "danger": "wounded"},
        {"behaviours": ("tries_doors",), "text": "Zwarte man met een mes voelt aan deuren"},
        {"behaviours": (), "text": "Zwarte man staat met een mes op straat"},
    ],
)
def test_it_goes_out_at_once_without_the_colour(cast, facts):
    report = shared(cast.group, cast.bram, **facts)

    content = read(report.entries.get())
    assert content.text == facts.get("text", BEATEN.text).replace("Zwarte man", "Man")
    assert "wart" not in report.title
    assert not description_in(content).skin


@given(some.sampled_from(WHO), some.sampled_from(DOES), some.sampled_from(sorted(PRESETS)), some.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_that_tells_of_danger_is_ever_refused_for_a_colour(who, does, preset, ticked):
    """And nothing is shared with it: the bias figure stays 0 by construction."""
    signs = ("violence",) if not ticked else ("tries_doors",)
    content = Content(text=f"{who} {does}.", behaviours=signs, danger="weapon" if ticked else "", place="Merelweg")
    fit = fit_at_once(content, PRESETS[preset])

    assert refusal_for_looks(fit.content, PRESETS[preset]) is None
    assert not description_in(fit.content).skin
    assert fit.words


@pytest.mark.parametrize(("text", "fit"), [("Man in zwarte jas slaat.", ()), ("Zwarte auto", ()), ("", ())])
def test_the_colour_of_a_coat_stays(text, fit):
    assert without_skin(text) == (text, fit)


def test_what_may_be_told_is_left_in():
    content = replace(BEATEN, text="Zwarte man, korte jas, baard, slaat mijn buurman")
    assert fit_at_once(content, PRESETS["nl"]).content == content


@pytest.mark.django_db
def test_without_danger_it_waits_and_one_press_takes_the_colour_out(cast, login):
    words = "Zwarte man voelt aan deuren"
    walk = Walker(login(cast.bram)).press("call", **(PRESSED | {"behaviours": ["tries_doors"], "words": words}))
    walk.press("called").press("share")
    assert not Report.objects.exists()
    assert 'value="adopt:words:0"' in walk.text

    walk.held.pop("words")
    walk.press("adopt:words:0", words=words)
    walk.held["words"] = "Man voelt aan deuren"
    assert "Man voelt aan deuren</textarea>" in walk.text
    assert walk.press("share").page.status_code == 302


@pytest.mark.django_db
def test_the_form_says_so_before_and_its_writer_alone_reads_it_after(cast, login):
    client = login(cast.bram)
    walk = Walker(client).press("call", **PRESSED).press("called")
    assert "lezen “Zwarte” niet" in walk.text
    assert "Zwarte" not in walk.preview.split('id="weggelaten"')[0]
    assert "Zwarte man slaat mijn buurman</textarea>" in walk.text  # nothing that was typed is lost

    walk.press("share")
    report = Report.objects.get()
    page = client.get(walk.page.url).content.decode()
    assert "lezen “Zwarte” niet" in page
    assert f"/meldingen/{report.pk}/aanvullen/persoon/" in page
    assert "Zwarte" not in login(cast.anna).get(f"/meldingen/{report.pk}/").content.decode()
    assert "Zwarte" not in str(client.session.items())


@pytest.mark.django_db
def test_what_was_left_out_can_be_added_as_the_note_says(cast, login):
    report = shared(cast.group, cast.bram)
    card = {"person-0-height": "180", "person-0-clothing": "Korte jas", "person-0-skin_colour": "dark"}
    told = card | {"minutes_ago": "0", "entry_id": str(new_id())}
    assert login(cast.bram).post(f"/meldingen/{report.pk}/aanvullen/persoon/", told).status_code == 302
    assert read(report.entries.get(kind=Entry.Kind.PERSON)).persons[0].skin_colour == "dark"


@pytest.mark.django_db
def test_a_colour_that_was_chosen_on_the_card_is_named_too(cast, login):
    walk = Walker(login(cast.bram)).press("call", **(PRESSED | {"words": "Man slaat mijn buurman"}))
    walk.press("called", **{"person-0-skin_colour": "dark"})
    assert "lezen “Donker” niet" in walk.text
    assert walk.press("share").page.status_code == 302


@pytest.mark.django_db
def test_where_there_is_danger_an_addition_and_a_correction_wait_for_nothing_either(cast):
    report = make_report(cast.group, cast.bram, content=told(behaviours=("violence",), persons=(), vehicles=()))
    added = add_supplement(
        report, by=cast.anna, kind=Entry.Kind.SIGHTING, content=Content(text="Zwarte man rent naar de Merelweg")
    )
    assert read(added).text == "Man rent naar de Merelweg"

    right = Content(text="Zwarte man schopt mijn buurman", behaviours=("violence",), place="Merelweg")
    corrected = correct_report(report, by=cast.bram, content=right)
    report.refresh_from_db()
    assert read(corrected).text == "Man schopt mijn buurman"
    assert "wart" not in report.title


@pytest.mark.django_db
def test_looks_and_nothing_else_are_still_refused_on_a_report_of_nothing_that_anybody_does(cast):
    smoke = told(text="Er komt dikke mist uit de kelder", behaviours=("other",), persons=(), vehicles=())
    report = make_report(cast.group, cast.bram, content=smoke)
    card = Content(persons=(PersonCard(sex="man", face="Donkere man met pet"),))
    with transaction.atomic(), pytest.raises(DomainError):
        add_supplement(report, by=cast.anna, kind=Entry.Kind.PERSON, content=card)
