# SPDX-License-Identifier: EUPL-1.2
"""A rule of a group itself that says the opposite of a fixed one: what is noticed, what is not, what it leads to."""

import pytest
from django.urls import reverse

from buurtwacht.enrolment.rulebook.against import opposites, topics_in
from buurtwacht.enrolment.rulebook.queries import working_rules
from buurtwacht.enrolment.signing.texts import fixed_rules_of
from buurtwacht.groups.services import change_settings

CLASHES = [
    ("nl", "call", "Ik app eerst de groep en bel daarna 112"),
    ("nl", "call", "Bel 112 alleen als u zeker bent"),
    ("nl", "call", "Bel eerst de coördinator"),
    ("nl", "call", "U hoeft 112 niet te bellen als de groep het weet"),
    ("nl", "pursuit", "Volg de verdachte tot de politie er is"),
    ("nl", "pursuit", "Houd hem vast met twee buren"),
    ("nl", "pursuit", "We lopen een inbreker met zijn allen achterna"),
    ("nl", "pursuit", "Elke avond patrouilleren twee van ons"),
    ("nl", "outside", "Deel elke melding ook op Facebook"),
    ("nl", "outside", "Stuur het bericht door naar andere buurtgroepen"),
    ("nl", "plates", "Zet het kenteken in de groep"),
    ("nl", "names", "Schrijf de naam van de buurman erbij"),
    ("fr", "call", "Prévenez d'abord le groupe, puis appelez le 101"),
    ("fr", "call", "Appelez le 101 seulement si vous êtes sûr"),
    ("fr", "pursuit", "Suivez le suspect jusqu’à sa voiture"),
    ("fr", "pursuit", "Retenez le voleur à deux"),
    ("fr", "outside", "Publiez le signalement sur Facebook"),
    ("fr", "plates", "Indiquez la plaque dans le groupe"),
    ("fr", "names", "Donnez le nom du voisin"),
    ("de", "call", "Zuerst die Gruppe warnen, dann 112 rufen"),
    ("de", "call", "Rufen Sie nur 112, wenn Sie sicher sind"),
    ("de", "pursuit", "Folgen Sie dem Verdächtigen"),
    ("de", "pursuit", "Haltet den Dieb zu zweit fest"),
    ("de", "outside", "Teilt die Meldung auch auf Facebook"),
    ("de", "plates", "Schreibt das Kennzeichen in die Gruppe"),
    ("de", "names", "Nennt den Namen des Nachbarn"),
    ("en", "call", "Tell the group first, then call 112"),
    ("en", "call", "Only call 112 when you are sure"),
    ("en", "pursuit", "Follow the suspect to his car"),
    ("en", "pursuit", "Stop him with two neighbours"),
    ("en", "outside", "Share the report on Facebook too"),
    ("en", "plates", "Write the number plate in the group"),
    ("en", "names", "Mention the name of the neighbour"),
]
FINE = [
    ("nl", "Ik volg niemand en houd niemand tegen"),
    ("nl", "Volg de aanwijzingen van de politie"),
    ("nl", "De volgende bijeenkomst is in mei"),
    ("nl", "Deel niets buiten de groep"),
    ("nl", "Zet geen kentekens in de groep"),
    ("nl", "Geef het kenteken door aan de politie"),
    ("nl", "Bel niet opnieuw 112 als een buur al belde"),
    ("nl", "Ik bel 's avonds niet aan"),
    ("nl", "Ik bel eerst 112 en zeg het dan in de groep"),
    ("nl", "Zet uw naam op de lijst voor de zomer"),
    ("nl", "Ik doe de poort dicht"),
    ("fr", "Je ne suis personne et je n'arrête personne"),
    ("fr", "Ne partagez rien sur Facebook"),
    ("fr", "Donnez la plaque à la police"),
    ("fr", "J'appelle d'abord le 101, puis je préviens le groupe"),
    ("de", "Ich folge niemandem"),
    ("de", "Teilt nichts auf Facebook"),
    ("de", "Gebt das Kennzeichen der Polizei"),
    ("de", "Ich rufe zuerst 112 und warne dann die Gruppe"),
    ("en", "I follow nobody and stop nobody"),
    ("en", "Don't share anything on Facebook"),
    ("en", "Give the number plate to the police"),
    ("en", "I call 112 first and then tell the group"),
    ("xx", "Volg de verdachte"),
    ("nl", ""),
]
CHASE = {"lead_nl": "Wij letten op elkaar.", "words_nl": "Volg de verdachte tot de politie er is."}


@pytest.mark.parametrize(("language", "topic", "words"), CLASHES)
def test_what_goes_against_a_fixed_rule_is_noticed(language, topic, words):
    assert topics_in(words, language) == [topic]


@pytest.mark.parametrize(("language", "words"), FINE)
def test_what_forbids_the_same_or_says_something_else_is_left_alone(language, words):
    assert topics_in(words, language) == []


def test_the_fixed_rule_is_quoted(cast):
    [(written, why)] = opposites("Fijne buurt. Bel eerst de coördinator.", "nl", fixed_rules_of(cast.group, "nl"))

    assert written == "Bel eerst de coördinator"
    assert "Ik bel eerst 112." in why


def test_where_no_fixed_rule_says_otherwise_there_is_nothing_to_say(cast):
    words = "Zet het kenteken in de groep."
    police = change_settings(cast.group, {"plate": "police_only"}, by=cast.anna)
    assert len(list(opposites(words, "nl", fixed_rules_of(police, "nl")))) == 1
    open_ = change_settings(police, {"plate": "group"}, by=cast.anna)
    assert list(opposites(words, "nl", fixed_rules_of(open_, "nl"))) == []


def test_it_is_advice_that_the_coordinator_may_refuse(agreed, login):
    desk, url = login(agreed.anna), reverse("desk_rule_new", args=[agreed.group.slug])

    page = desk.post(url, CHASE)
    assert page.status_code == 400
    assert "Een vaste regel zegt iets anders" in page.content.decode()
    assert "Volg de verdachte tot de politie er is" in page.content.decode()
    assert not working_rules(agreed.group).rules

    assert desk.post(url, CHASE | {"as_it_is": "on"}).status_code == 302
    assert len(working_rules(agreed.group).rules) == 1
