# SPDX-License-Identifier: EUPL-1.2
"""The messages that the requirements collected: twelve good ones, and seventeen that each break a rule."""

from datetime import UTC, datetime, timedelta

import pytest

from buurtwacht.wording.check import Allowed, Facts, Reason, advise, advise_burst

GOOD = [
    "112 gebeld 21:14. Man voelt aan achterpoorten, brandgang Lindestraat–Beukenlaan. ± 30 jr, 1.80 m, slank, "
    "donkere jas, grijze rugzak. Loopt richting park. Alleen.",
    "112 gebeld 03:02. Glasgerinkel achter Kerkstraat 12–16, zaklamp in tuin. Twee personen, geen gezicht gezien. "
    "Blijf binnen, doe buitenlicht aan.",
    "112 gebeld 14:40. Witte bestelwagen (Ford Transit, ladder op dak, deuk links achter), 2 personen, proberen "
    "portieren Molenweg. Kenteken aan politie doorgegeven.",
    "Gezien 21:19, dezelfde grijze rugzak, hoek park/Dorpsstraat, nu op fiets richting station. Doorgegeven aan 112.",
    "112 gebeld 11:05. Vrouw ± 45 jr, blauw vest met logo, zegt van waterbedrijf te zijn, wil binnenkijken, "
    "Rozenhof 3. Vraag altijd naar legitimatie.",
    "112 gebeld 17:20. Jongen 6 jr vermist sinds 17:00 bij speeltuin De Wip, rode trui, groene laarzen. Gezien? "
    "Bel 112.",
    "Twijfel, nog niet gebeld. Persoon zit al 20 min in geparkeerde auto bij school, kijkt naar huizen. "
    "Herkent iemand dit? Anders bel ik om 22:10.",
    "Politie ter plaatse 21:26. Graag geen berichten meer, alleen nieuwe waarnemingen.",
    "Afgesloten 21:50 door coördinator. Poorten nakijken. Terugkoppeling volgt binnen 7 dagen.",
    "Melding 12 mei: politie heeft iemand aangesproken; geen strafbaar feit. Goed dat er gebeld is.",
    "Loos alarm: het was een krantenbezorger. Beschrijving is gewist. Dank voor het snelle bellen.",
    "Info, geen alarm: deze week babbeltrucs in onze wijk. Tip: ketting op de deur, bel bij twijfel 112.",
]
MISSING = {Reason.MISSING_BEHAVIOUR, Reason.MISSING_PLACE, Reason.MISSING_CALL}
BAD = [
    ("Er loopt weer zo'n type rond, opletten allemaal", MISSING),
    ("Donkere man in de straat", {Reason.APPEARANCE_ONLY}),
    ("Pools busje, klopt niet", {Reason.ORIGIN} | MISSING),
    ("Iemand 112 gebeld?", {Reason.QUESTION_CALLED}),
    ("👍", {Reason.EMOJI, Reason.CHIT_CHAT}),
    ("Bedankt!", {Reason.CHIT_CHAT}),
    ("Top gedaan", {Reason.CHIT_CHAT}),
    ("Wie heeft een oranje kat gezien?", {Reason.ANIMAL}),
    ("Zaterdag buurtbarbecue!", {Reason.EVENT}),
    ("Losse stoeptegel hoek Dorpsstraat", {Reason.MUNICIPAL}),
    ("Gisteren bij ons ingebroken, daders weg", {Reason.PAST_EVENT}),
    ("Dit is de dief: [foto]. DELEN!!", {Reason.ACCUSATION, Reason.PUBLICATION, Reason.SHOUTING}),
    ("Kom allemaal naar de Molenweg, we pakken hem", {Reason.GATHERING}),
    ("Ik rijd er nu achteraan, typ vanuit de auto", {Reason.PURSUIT, Reason.DRIVING}),
    ("Jan van nr. 14 is het vast weer", {Reason.NAMES_NEIGHBOUR}),
    ("Wat een idioot ben jij, lees de regels", {Reason.INSULT, Reason.DISCUSSION}),
    ("Kenteken 1-ABC-234, weet iemand wie dat is?", {Reason.INVESTIGATION}),
    ("Politie doet toch niks", {Reason.DISCUSSION}),
]
DANGEROUS = {
    *(Reason.PUBLICATION, Reason.GATHERING, Reason.PURSUIT, Reason.DRIVING, Reason.INSULT, Reason.NAMES_NEIGHBOUR),
}
COMPLETE = Facts(behaviours=True, place=True, called=True, in_sight="now", traits=3)


@pytest.mark.parametrize("text", GOOD)
def test_a_good_message_is_left_alone(text):
    assert advise(text) == []
    assert advise(text, language="nl-be", facts=COMPLETE) == []


@pytest.mark.parametrize(("text", "reasons"), BAD)
def test_a_bad_message_hears_the_right_reason(text, reasons):
    assert {advice.reason for advice in advise(text)} == reasons


@pytest.mark.parametrize(("text", "reasons"), BAD)
def test_only_what_can_hurt_somebody_is_stopped(text, reasons):
    stopped = {advice.reason for advice in advise(text) if advice.blocks}
    assert stopped == reasons & (DANGEROUS | ({Reason.ACCUSATION} if "dief" in text else set()))


def test_six_messages_in_two_minutes_belong_in_one():
    start = datetime(2026, 5, 12, 21, 14, tzinfo=UTC)
    quick = [start + timedelta(seconds=20 * number) for number in range(6)]

    assert advise_burst(quick).reason is Reason.MANY_MESSAGES
    assert advise_burst(quick[:3]) is None
    assert advise_burst([start + timedelta(minutes=2 * number) for number in range(6)]) is None
    assert advise_burst([]) is None


def test_what_the_form_knows_need_not_be_said_again():
    assert {advice.reason for advice in advise("Donkere man")} == {Reason.APPEARANCE_ONLY}
    assert advise("Donkere man", facts=COMPLETE) == []


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        (Facts(behaviours=False, place=True, called=True, in_sight="now", traits=3), {Reason.MISSING_BEHAVIOUR}),
        (Facts(behaviours=True, place=False, called=True, in_sight="now", traits=0), {Reason.MISSING_PLACE}),
        (Facts(behaviours=True, place=True, called=False, in_sight="now", traits=0), {Reason.MISSING_CALL}),
        (Facts(behaviours=True, place=True, called=True, in_sight="gone", traits=0), {Reason.PAST_EVENT}),
        (Facts(behaviours=False, place=False, called=False, in_sight="gone", traits=0), MISSING | {Reason.PAST_EVENT}),
        (COMPLETE, set()),
    ],
)
def test_what_the_form_does_not_know_is_asked_for(facts, reasons):
    assert {advice.reason for advice in advise("Twee mannen", facts=facts)} == reasons


def test_where_the_policy_leaves_skin_colour_out_it_is_never_said():
    [advice] = advise("Getinte man met rode jas", facts=COMPLETE, allowed=Allowed(skin_colour=False))
    assert advice.reason is Reason.SKIN_COLOUR


def test_where_the_policy_keeps_plates_from_the_group_they_cannot_be_typed_either():
    text = "Witte Ford 1-ABC-234 en grijze Opel 12-AB-34 rijden weg, kenteken begint met V-38"
    found = advise(text, facts=COMPLETE, allowed=Allowed(plates=False))

    assert {advice.reason for advice in found} == {Reason.PLATE}
    assert all(advice.blocks for advice in found)
    assert [advice.found for advice in found] == ["1-ABC-234", "12-AB-34", "V-38"]
    assert advise(text, facts=COMPLETE) == []


def test_every_name_and_number_is_found_not_only_the_first():
    found = advise("Jan van nr. 14 en Piet van nr. 16, bel 06-12345678 of 06-87654321")
    assert [advice.found for advice in found if advice.reason is Reason.NAMES_NEIGHBOUR] == [
        "Jan van nr. 14",
        "Piet van nr. 16",
    ]
    assert sum(advice.reason is Reason.PHONE for advice in found) == 2


def test_the_exact_words_are_told_beside_the_clause():
    text = "Zag iets. Pools busje en Roemeense man, klopt niet"
    [advice] = [advice for advice in advise(text) if advice.reason is Reason.ORIGIN]
    assert advice.found == "Pools busje en Roemeense man"
    assert [text[start:end] for start, end in advice.words] == ["Pools", "Roemeense"]
