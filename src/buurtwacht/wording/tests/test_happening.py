# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.wording.happening import tells_of_now

NEWS = [
    ("nl", "Er staat nu een man aan de deuren te voelen in de Lijsterstraat."),
    ("nl", "Er rijdt een witte bus rondjes door de straat. Wat moet ik doen?"),
    ("nl", "Ik zie hem nu weer lopen bij het park"),
    ("fr", "Un homme essaie les portes dans la rue des Merles maintenant."),
    ("de", "Ein Mann rüttelt gerade an den Türen in der Lijsterstraat."),
    ("en", "A man is trying the doors in the Lijsterstraat right now."),
]
QUESTIONS = [
    ("nl", "Wanneer komt de politie langs over de melding van gisteren?"),
    ("nl", "Moet ik 112 bellen als iemand aan de deur rammelt?"),
    ("nl", "Hoe kan ik een nieuwe buurman aanmelden?"),
    ("nl", "Was dat die man met de rode jas? Die is de bezorger."),
    ("nl", "Vorige week is er bij mij ingebroken. Kan ik dat nog melden?"),
    ("fr", "Quand la police répond-elle au signalement d'hier ?"),
    ("de", "Wann antwortet die Polizei auf die Meldung von gestern?"),
    ("en", "When will the police answer about yesterday's report?"),
    ("nl", ""),
]


@pytest.mark.parametrize(("language", "text"), NEWS)
def test_it_goes_on_now(language, text):
    assert tells_of_now(text, language)


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
def test_it_is_a_question(language, text):
    assert not tells_of_now(text, language)


def test_a_very_long_text_is_read_up_to_a_point():
    assert not tells_of_now("wanneer is de bijeenkomst? " * 5000, "nl")
