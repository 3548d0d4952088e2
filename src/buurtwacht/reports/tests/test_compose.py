# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.compose import call_script, message_of, title_of
from buurtwacht.reports.content import Content, PersonCard, VehicleCard
from buurtwacht.reports.models import Behaviour

EDE = ZoneInfo("Europe/Amsterdam")
MAN = PersonCard(
    sex="man", age="30", height="180", build="slim", clothing="Donkere jas", carries="Grijze rugzak", alone="alone"
)
VAN = VehicleCard(kind="van", colour="Wit", make="Ford", marks="ladder op dak", plate="V-38", plate_is_partial=True)
SEEN = Content(
    behaviours=("tries_doors",),
    place="Brandgang Lijsterstraat – Merelweg",
    in_sight="now",
    seen_at=datetime(2026, 3, 1, 20, 12, tzinfo=UTC),
    called_at=datetime(2026, 3, 1, 20, 14, tzinfo=UTC),
    persons=(MAN,),
    vehicles=(VAN,),
)


def message(content=SEEN, preset="nl", **kwargs):
    return message_of(content, PRESETS[preset], EDE, **kwargs)


def test_the_message_says_what_where_who_since_when():
    told = message(signature="Bram, Merelweg")

    assert told.call == "112 gebeld 21:14"
    assert told.call_hint == "Bel alleen bij nieuwe informatie"
    assert told.text.splitlines() == [
        "Man voelt aan deuren of poorten. Brandgang Lijsterstraat – Merelweg.",
        "Man, rond de 30, 1,80 m, slank. Donkere jas, grijze rugzak. Alleen.",
        "Witte bestelbus, Ford, ladder op dak, kenteken begint met V-38.",
    ]
    assert told.seen == "Gezien om 21:12."
    assert told.signature == "Bram, Merelweg"


@pytest.mark.parametrize(
    ("preset", "until", "line"),
    [
        ("nl", None, "112 nog niet gebeld"),
        ("be", None, "101 nog niet gebeld"),
        ("nl", datetime(2026, 3, 1, 20, 24, tzinfo=UTC), "Een vraag: 112 nog niet gebeld"),
    ],
)
def test_every_message_begins_with_whether_somebody_called(preset, until, line):
    assert message(replace(SEEN, called_at=None, until=until), preset).call == line


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        ("Man voelt aan achterpoorten.", "Man voelt aan achterpoorten", ""),
        ("man voelt aan poorten. Hij kijkt om.", "Man voelt aan poorten", "Hij kijkt om."),
        ("Help! Ze slaan elkaar", "Help!", "Ze slaan elkaar"),
        ("x" * 71, "Iemand voelt aan deuren of poorten", "x" * 71),
    ],
)
def test_the_reporters_own_short_sentence_is_the_headline(text, title, left):
    content = Content(text=text, behaviours=("tries_doors",))
    assert title_of(content) == title
    assert message(content).words == ((left,) if left else ())


@pytest.mark.parametrize(
    ("persons", "title"),
    [
        ((), "Iemand kijkt bij huizen naar binnen"),
        ((PersonCard(sex="woman"),), "Vrouw kijkt bij huizen naar binnen"),
        ((MAN, MAN), "Twee personen kijken bij huizen naar binnen"),
        ((MAN, MAN, MAN), "Meerdere personen kijken bij huizen naar binnen"),
    ],
)
def test_without_words_the_chips_make_the_headline(persons, title):
    assert title_of(Content(behaviours=("looks_inside", "other"), persons=persons)) == title


def test_other_signs_are_told_after_it():
    content = Content(behaviours=("tries_doors", "looks_inside", "takes_photos"))
    assert message(content).words == ("Ook: kijkt naar binnen, maakt foto’s.",)


def test_a_chip_that_says_what_the_reporter_wrote_is_still_counted_once():
    content = Content(text="Man voelt aan poorten.", behaviours=("tries_doors",))
    assert message(content).words == ()


@pytest.mark.parametrize("behaviour", [one for one in Behaviour if one != Behaviour.OTHER])
@pytest.mark.parametrize("language", ["nl", "nl-be", "en", "fr", "de"])
def test_every_sign_has_words_in_every_language(behaviour, language):
    with translation.override(language):
        assert title_of(Content(behaviours=(behaviour,))) not in ("", title_of(Content()))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl-be", "Witte bestelwagen, Ford, ladder op dak, nummerplaat begint met V-38."),
        ("en", "Wit van, Ford, ladder op dak, plate begins with V-38."),
        ("fr", "Camionnette, wit, ford"),
        ("de", "Lieferwagen, wit"),
    ],
)
def test_who_reads_another_language_reads_the_facts_in_it(language, words):
    with translation.override(language):
        assert words.lower() in message().vehicles[0].lower()


@pytest.mark.parametrize(
    ("plate", "told"),
    [("V-38…", "begint met V-38"), ("…38", "eindigt op 38"), ("…38-B…", "met 38-B erin"), ("38", "begint met 38")],
)
def test_a_part_of_a_plate_says_which_part(plate, told):
    card = VehicleCard(plate=plate, plate_is_partial=True)
    assert message(Content(text="Iets", vehicles=(card,))).vehicles == (f"Kenteken {told}.",)


def test_a_plate_for_the_police_is_said_to_be_given():
    bare = replace(SEEN, vehicles=(replace(VAN, plate=""),))
    assert message(bare, "be", plate_for_the_police=True).vehicles[-1] == "Kenteken doorgegeven aan de politie."


@pytest.mark.parametrize(
    ("danger", "whom", "answer"),
    [
        ("", "Politie, in Ede", "Nee. Geen wapen gezien."),
        ("weapon", "Politie, in Ede", "Er is een wapen. Niemand lijkt gewond."),
        ("wounded", "Politie en ambulance, in Ede", "Er is iemand gewond. Geen wapen gezien."),
        ("both", "Politie en ambulance, in Ede", "Er is een wapen, en iemand is gewond."),
    ],
)
def test_the_call_card_answers_in_the_order_of_the_operator(danger, whom, answer):
    script = call_script(replace(SEEN, danger=danger), town="Ede", caller="Bram, Merelweg")
    assert [question.answer for question in script] == [
        whom,
        "Brandgang Lijsterstraat – Merelweg",
        "Man voelt aan deuren of poorten. Ik zie het nu.",
        answer,
        "Bram, Merelweg. U mag mij terugbellen.",
        "Ik waarschuw ook de buurt via Buurtwacht.",
    ]


@given(
    some.builds(
        Content, text=some.text(), place=some.text(), persons=some.tuples(some.builds(PersonCard, face=some.text()))
    )
)
def test_any_words_make_a_message(content):
    assert message(content).title
