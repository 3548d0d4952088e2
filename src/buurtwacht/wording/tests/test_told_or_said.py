# SPDX-License-Identifier: EUPL-1.2
"""What is told, said of things, or only looks like something else: none of it hurts anybody. And what does."""

import pytest

from buurtwacht.wording.check import advise
from buurtwacht.wording.reasons import Reason

HURTS = {Reason.INSULT, Reason.THREAT, Reason.DISCRIMINATION}
GROUPS = {
    "nl": (("moslims", "vrouwen", "homo's", "Polen"), ("{} wonen hier", "Ik ken veel {}", "{}", "Wij helpen {}")),
    "fr": (("musulmans", "femmes", "gays", "Roms"), ("Les {} vivent ici", "{}", "Nous aidons les {}")),
    "de": (("Muslime", "Frauen", "Lesben", "Polen"), ("{} wohnen hier", "{}", "Viele {} feiern mit")),
    "en": (("Muslims", "women", "gays", "Poles"), ("{} live here", "{}", "We help {}", "Many {} are kind")),
}


def reasons(text: str, language: str = "nl") -> set[Reason]:
    return {one.reason for one in advise(text, language=language)}


@pytest.mark.parametrize(
    "text",
    [
        "De agent schiet hem neer",
        "Ik zou het ook raar vinden",
        "We gaan die klus afmaken",
        "Zij leeft met haar ziekte",
        "Ze is er geweest en het beviel haar goed",
        "Je bent niet dom",
        "Volgende keer maak ik een taart",
        "Als ik je zie, ben ik blij",
        "Hang die posters maar op",
        "Nu wacht ik haar op bij het station, of neem ik de bus",
    ],
)
def test_what_is_told_or_denied_is_no_threat(text):
    assert not HURTS & reasons(text)


@pytest.mark.parametrize(
    "text", ["Als ik je tegenkom breek ik je benen", "Ik ga je vermoorden", "Jij komt nog wel aan de beurt"]
)
def test_what_is_said_to_somebody_is_one(text):
    assert HURTS & reasons(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De trein van tien uur en de zaak met de bomen", "nl"),
        ("Ma mère donne un signe, il faut voir les arts et le chant", "fr"),
        ("Der Vetter schrieb spät und rasch unter Tränen", "de"),
        ("He loses a lot and picks the best one from the tramp steamer", "en"),
    ],
)
def test_no_ordinary_word_is_taken_for_a_misspelled_one(text, language):
    assert not HURTS & reasons(text, language)


@pytest.mark.parametrize("language", sorted(GROUPS))
def test_a_group_alone_is_never_held_against_anybody(language):
    names, sentences = GROUPS[language]
    for name in names:
        for sentence in sentences:
            found = [one for one in advise(sentence.format(name), language=language) if one.blocks]
            assert not found, sentence.format(name)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Verdomme, ik heb mijn trein gemist", "nl"),
        ("Putain, j'ai raté mon train", "fr"),
        ("Verdammt, ich habe den Zug verpasst", "de"),
        ("Damn, I missed my train", "en"),
    ],
)
def test_swearing_at_a_mishap_insults_nobody(text, language):
    assert Reason.INSULT not in reasons(text, language)


@pytest.mark.parametrize("text", ["ROTTERDAM (ANP) - De politie zoekt getuigen", "DE DISCUSSIE kwam niet van de grond"])
def test_the_first_words_of_a_newspaper_do_not_shout(text):
    assert Reason.SHOUTING not in reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        "islamgekken",
        "k*tbuitenlanders",
        "h**r",
        "alle h o m o ' s moeten weg",
        "kutmarokkanenmoetenweg",
        "Jodn moeten dood",
        "Kl0ot-zak",
        "Syriërs zijn hier niet welkom",
        "Ik vind dat vrouwen minder intelligent zijn",
        "Mijn baas is een vrouw. Zulke mensen kunnen nergens leiding aan geven",
    ],
)
def test_more_spellings_and_more_ways_of_contempt_are_found(text):
    assert HURTS & reasons(text)


@pytest.mark.parametrize("text", ["Dieven stelen koper van het spoor", "Dader bekent aanslag op moskee"])
def test_a_headline_accuses_nobody_here(text):
    assert Reason.ACCUSATION not in reasons(text)


@pytest.mark.parametrize("text", ["Daar loopt de zakkenroller", "Inbrekers in de tuin"])
def test_a_thief_seen_here_is_an_accusation(text):
    assert Reason.ACCUSATION in reasons(text)
