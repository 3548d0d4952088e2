# SPDX-License-Identifier: EUPL-1.2
"""Who shared something that was not right says so by text; all read it after a preview."""

import pytest

from buurtwacht.dialogue.understanding import Response, understand
from buurtwacht.reports.content import PersonCard, read
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread.services import close_report

Kind = Entry.Kind

TYPED = [
    ("nl", "correctie: Merelweg 40", "Merelweg 40"),
    ("nl", "Corectie Merelweg 40", "Merelweg 40"),
    ("nl", "sorry, ik bedoelde een vrouw", "een vrouw"),
    ("nl", "verbetering - rode jas", "rode jas"),
    ("nl", "correctie op mijn melding: rode jas", "rode jas"),
    ("nl", "*Merelweg", "Merelweg"),
    ("nl", "klopt niet", ""),
    ("fr", "correction : rue du Merle 40", "rue du Merle 40"),
    ("fr", "je voulais dire une femme", "une femme"),
    ("fr", "Erratum, veste rouge", "veste rouge"),
    ("de", "Korrektur: Amselweg 40", "Amselweg 40"),
    ("de", "ich meinte eine Frau", "eine Frau"),
    ("de", "sollte heißen: rote Jacke", "rote Jacke"),
    ("en", "correction: 40 Merle Road", "40 Merle Road"),
    ("en", "oops, I mean a woman", "I mean a woman"),
    ("en", "should be: red coat", "red coat"),
]


@pytest.mark.parametrize(("language", "typed", "right"), TYPED)
def test_what_people_type_to_correct(language, typed, right):
    found = understand(typed, language)
    assert (found.response, found.text) == (Response.CORRECTION, right)


@pytest.mark.parametrize(
    "typed",
    ["*Let op* hij rent", "dat is correct", "foutje, het was de buurman", "erreur de ma part", "loopt richting park"],
)
def test_what_is_no_correction(typed):
    assert understand(typed).response is not Response.CORRECTION


@pytest.fixture
def report(group, bram):
    man = PersonCard(sex="man", clothing="Donkere jas")
    return make_report(
        group, bram, content=told(text="Voelt aan achterpoorten.", place="Lijsterstraat", persons=(man,))
    )


@pytest.fixture
def phone(telephone, bram, report):
    phone = telephone(bram)
    phone.hears()
    return phone


def kinds(report):
    return list(report.entries.order_by("sequence").values_list("kind", flat=True))


def stands(report):
    return read(report.entries.order_by("sequence").last())


def test_the_reporter_sees_it_first_and_then_everybody_reads_it(phone, telephone, report, gerrit):
    other = telephone(gerrit)
    other.hears()
    shown = phone.says("correctie: vrouw met rode jas, Merelweg")
    assert "Merelweg" in shown
    assert "rode jas" in shown.casefold()
    assert "Voelt aan achterpoorten" in shown
    assert "Lijsterstraat" not in shown
    assert kinds(report) == ["shared"]

    assert "Verbeterd" in phone.says("1")
    assert kinds(report) == ["shared", "correction"]
    now = stands(report)
    assert (now.place, now.text, now.persons[0].sex) == ("Merelweg", "Voelt aan achterpoorten.", "woman")
    assert now.persons[0].clothing.casefold() == "rode jas"
    assert report.entries.get(kind=Kind.SHARED).content is None
    assert "is verbeterd" in other.hears()


def test_without_saying_what_is_right_it_is_asked(phone, report):
    assert "Wat klopt er niet" in phone.says("correctie")
    assert "Merelweg" in phone.says("Merelweg")
    phone.says("ja")
    assert stands(report).place == "Merelweg"


def test_a_second_thought_is_shown_again(phone, report):
    phone.says("correctie: Merelweg")
    shown = phone.says("correctie: hij rammelt aan deuren")
    assert "Merelweg" in shown
    assert "rammelt aan deuren" in shown
    phone.says("delen")
    assert (stands(report).place, stands(report).text) == ("Merelweg", "hij rammelt aan deuren")


@pytest.mark.parametrize("no", ["2", "nee", "stop"])
def test_no_leaves_it_as_it_was(phone, report, no):
    phone.says("correctie: Merelweg")
    phone.says(no)
    phone.says("1")
    assert kinds(report) == ["shared"]


def test_news_in_between_goes_on_at_once(phone, report):
    phone.says("correctie: Merelweg")
    phone.says("politie is er")
    assert kinds(report) == ["shared", "police_on_site"]


def test_words_that_harm_are_refused_before_anybody_reads_them(phone, report):
    refused = phone.says("correctie: kom allemaal naar de Merelweg, we pakken hem")
    assert "niet doorgestuurd" in refused
    phone.says("ja")
    assert kinds(report) == ["shared"]


def test_a_neighbour_adds_and_corrects_nothing(telephone, report, gerrit):
    phone = telephone(gerrit)
    phone.hears()
    phone.says("correctie: hij heeft een rode jas")
    assert kinds(report) == ["shared", "person"]


def test_the_coordinator_corrects_it_too(telephone, report, anna):
    phone = telephone(anna)
    phone.hears()
    phone.says("correctie: Merelweg")
    phone.says("1")
    entry = report.entries.get(kind=Kind.CORRECTION)
    assert (entry.author, entry.role) == (anna, "coordinator")


def test_what_has_ended_is_not_corrected(phone, report, anna):
    phone.says("correctie: Merelweg")
    close_report(report, by=anna, reason="nothing_more")
    phone.hears()
    assert "gesloten" in phone.says("1")
    assert Kind.CORRECTION not in kinds(report)
