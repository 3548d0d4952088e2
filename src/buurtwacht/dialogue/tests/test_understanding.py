# SPDX-License-Identifier: EUPL-1.2
"""What people really type, and what it means. A line is: language, what was typed, what must be understood of it."""

import pytest

from buurtwacht.dialogue.understanding import Call, Command, Response, understand

STREETS = ("Merelweg", "Lijsterstraat", "Kerkstraat", "Prins Hendriklaan", "Dorpsstraat")
CALLED, NOT_YET = {"call": Call.CALLED}, {"call": Call.NOT_YET}

CALLS = [
    ("nl", "112 gebeld", CALLED),
    ("nl", "ja gebeld", CALLED),
    ("nl", "Ja, 112 gebeld", CALLED),
    ("nl", "net gebeld", CALLED),
    ("nl", "gebeld", CALLED),
    ("nl", "gebelt", CALLED),
    ("nl", "GEBELD!!", CALLED),
    ("nl", "heb net 112 gebeld", CALLED),
    ("nl", "ik heb 112 al gebeld", CALLED),
    ("nl", "112 is gebeld", CALLED),
    ("nl", "112 al gebeld", CALLED),
    ("nl", "101 gebeld", CALLED),
    ("nl", "politie gebeld", CALLED),
    ("nl", "de politie is al gebeld", CALLED),
    ("nl", "112 gebeld om kwart over 9", CALLED | {"clock": "09:15"}),
    ("nl", "112 gebeld 21u14", CALLED | {"clock": "21:14"}),
    ("nl", "om 21.14 112 gebeld", CALLED | {"clock": "21:14"}),
    ("nl", "gebeld om 2114", CALLED | {"clock": "21:14"}),
    ("nl", "gebeld met 112 om half tien", CALLED | {"clock": "09:30"}),
    ("nl", "mijn man heeft 112 gebeld", CALLED),
    ("nl", "we hebben 112 gebeld", CALLED),
    ("nl", "112 gbeeld", CALLED),
    ("nl", "j gebeld", CALLED),
    ("nl", "politie is onderweg", CALLED),
    ("nl", "112 verwittigd", CALLED),
    ("nl", "ja, ik heb net 112 aan de lijn gehad", CALLED),
    ("nl", "112 gebeld, ik zie hem niet meer", CALLED),
    ("nl", "nee nog niet", NOT_YET),
    ("nl", "nog niet gebeld", NOT_YET),
    ("nl", "heb nog niet gebeld", NOT_YET),
    ("nl", "niet gebeld", NOT_YET),
    ("nl", "112 heb ik niet gebeld", NOT_YET),
    ("nl", "112 gebeld heb ik niet", NOT_YET),
    ("nl", "ik ga nu bellen", NOT_YET),
    ("nl", "ik bel nu", NOT_YET),
    ("nl", "ben nu met 112 aan het bellen", NOT_YET),
    ("nl", "iemand heeft vast wel gebeld", {"call": None}),
    ("nl", "Iemand 112 gebeld?", {"call": None}),
    ("nl", "is 112 al gebeld?", {"call": None}),
    ("nl", "moet ik bellen?", {"call": Call.DOUBT}),
    ("nl", "ik twijfel", {"call": Call.DOUBT}),
    ("nl", "er wordt aangebeld", {"call": None}),
    ("nl", "hij heeft bij mij aangebeld", {"call": None}),
    ("nl", "ik zou 112 gebeld hebben als ik zeker was", NOT_YET),
    ("nl", "112 wordt nog gebeld", {"call": None}),
    ("fr", "112 appelé", CALLED),
    ("fr", "j'ai appelé le 112", CALLED),
    ("fr", "oui j’ai appelé", CALLED),
    ("fr", "on a appelé la police à 21h14", CALLED | {"clock": "21:14"}),
    ("fr", "je viens d'appeler", CALLED),
    ("fr", "police prévenue", CALLED),
    ("fr", "le 101 a été appelé", CALLED),
    ("fr", "pas encore", NOT_YET),
    ("fr", "je n'ai pas appelé", NOT_YET),
    ("fr", "je vais appeler", NOT_YET),
    ("fr", "quelqu'un a appelé ?", {"call": None}),
    ("fr", "dois-je appeler ?", {"call": Call.DOUBT}),
    ("de", "112 angerufen", CALLED),
    ("de", "habe gerade 112 angerufen", CALLED),
    ("de", "ja, Polizei gerufen", CALLED),
    ("de", "Polizei ist unterwegs", CALLED),
    ("de", "habe die Polizei um halb zehn angerufen", {"clock": "09:30"}),
    ("de", "noch nicht", NOT_YET),
    ("de", "habe noch nicht angerufen", NOT_YET),
    ("de", "hat jemand 112 angerufen?", {"call": None}),
    ("en", "I called 112", CALLED),
    ("en", "yes I have called", CALLED),
    ("en", "just called 112 at 9:14", CALLED | {"clock": "09:14"}),
    ("en", "police called", CALLED),
    ("en", "called", CALLED),
    ("en", "not yet", NOT_YET),
    ("en", "I haven't called", NOT_YET),
    ("en", "calling now", NOT_YET),
    ("en", "did anyone call 112?", {"call": None}),
    ("en", "someone probably called 112", NOT_YET),
]
ANSWERS = [
    ("nl", "ja", {"yes": True, "is_only_yes": True}),
    ("nl", "j", {"yes": True, "is_only_yes": True}),
    ("nl", "Jaaa", {"yes": True, "is_only_yes": True}),
    ("nl", "ja hoor", {"is_only_yes": True}),
    ("nl", "👍", {"is_only_yes": True, "affirms": False}),
    ("nl", "ok", {"is_only_yes": True, "affirms": False}),
    ("nl", "ja heb ik", {"affirms": True}),
    ("nl", "ja straks", {"is_only_yes": False}),
    ("nl", "ja doe ik", {"is_only_yes": False}),
    ("nl", "ja als het nodig is", {"is_only_yes": False}),
    ("nl", "nee", {"no": True}),
    ("nl", "neeee", {"no": True}),
    ("nl", "nee hoor", {"no": True}),
    ("nl", "weet niet", {"unknown": True}),
    ("nl", "weet ik niet", {"unknown": True}),
    ("nl", "geen idee", {"unknown": True}),
    ("nl", "overslaan", {"skip": True, "place": ""}),
    ("nl", "2", {"numbers": (2,)}),
    ("nl", "1,3", {"numbers": (1, 3)}),
    ("nl", "1 en 3", {"numbers": (1, 3)}),
    ("nl", " 2. ", {"numbers": (2,)}),
    ("nl", "112", {"numbers": (), "call": None}),
    ("nl", "21u14", {"is_only_a_clock": True, "clock": "21:14"}),
    ("nl", "kwart voor tien", {"is_only_a_clock": True, "clock": "09:45"}),
    ("nl", "stop", {"command": Command.STOP}),
    ("nl", "STOP.", {"command": Command.STOP}),
    ("nl", "afmelden", {"command": Command.LEAVE}),
    ("nl", "Unsubscribe", {"command": Command.LEAVE}),
    ("nl", "ARRET", {"command": Command.LEAVE}),
    ("nl", "aan", {"command": Command.RETURN}),
    ("nl", "laat maar", {"command": Command.CANCEL}),
    ("nl", "delen", {"command": Command.SHARE}),
    ("nl", "help", {"command": Command.HELP}),
    ("nl", "?", {"command": Command.HELP}),
    ("nl", "Melding", {"command": Command.REPORT}),
    ("nl", "melding: man voelt aan deuren", {"command": Command.REPORT, "behaviours": ("tries_doors",)}),
    ("fr", "oui", {"is_only_yes": True}),
    ("fr", "non", {"no": True}),
    ("fr", "je sais pas", {"unknown": True}),
    ("fr", "STOP", {"command": Command.STOP}),
    ("fr", "désabonner", {"command": Command.LEAVE}),
    ("fr", "partager", {"command": Command.SHARE}),
    ("fr", "aide", {"command": Command.HELP}),
    ("de", "ja genau", {"is_only_yes": True}),
    ("de", "nein", {"no": True}),
    ("de", "weiß nicht", {"unknown": True}),
    ("de", "Stopp", {"command": Command.STOP}),
    ("de", "abmelden", {"command": Command.LEAVE}),
    ("de", "teilen", {"command": Command.SHARE}),
    ("en", "yes", {"is_only_yes": True}),
    ("en", "nope", {"no": True}),
    ("en", "don't know", {"unknown": True}),
    ("en", "unsubscribe", {"command": Command.LEAVE}),
    ("en", "send it", {"command": Command.SHARE}),
]
RESPONSES = [
    ("nl", "gezien", {"response": Response.SEEN}),
    ("nl", "Gezien 👍", {"response": Response.SEEN}),
    ("nl", "gezein", {"response": Response.SEEN}),
    ("nl", "👀", {"response": Response.SEEN}),
    ("nl", "gelezen", {"response": Response.SEEN}),
    ("nl", "ik kijk mee", {"response": Response.WATCHING}),
    ("nl", "kijk mee vanuit raam", {"response": Response.WATCHING}),
    ("nl", "ik hou het in de gaten", {"response": Response.WATCHING}),
    ("nl", "met z'n tweeën", {"response": Response.TWO}),
    ("nl", "kan niet, ben op het werk", {"response": Response.CANNOT}),
    ("nl", "niet thuis", {"response": Response.CANNOT}),
    ("nl", "politie is er", {"response": Response.POLICE}),
    ("nl", "Politie ter plaatse", {"response": Response.POLICE}),
    ("nl", "POLITIE", {"response": Response.POLICE}),
    ("nl", "politie is er nu", {"response": Response.POLICE}),
    ("nl", "is de politie er al?", {"response": None}),
    ("nl", "de politie is er niet", {"response": None}),
    ("nl", "vals alarm", {"response": Response.FALSE_ALARM}),
    ("nl", "loos alarm: het was een krantenbezorger", {"response": Response.FALSE_ALARM}),
    ("nl", "afsluiten", {"response": Response.CLOSE}),
    ("nl", "bedankt!", {"is_thanks": True}),
    ("nl", "Dank je wel 🙏", {"is_thanks": True}),
    ("nl", "top gedaan", {"is_thanks": True}),
    ("nl", "hallo", {"is_greeting": True, "is_thanks": False}),
    ("fr", "vu", {"response": Response.SEEN}),
    ("fr", "je surveille", {"response": Response.WATCHING}),
    ("fr", "la police est là", {"response": Response.POLICE}),
    ("fr", "fausse alerte", {"response": Response.FALSE_ALARM}),
    ("fr", "merci beaucoup", {"is_thanks": True}),
    ("de", "gesehen", {"response": Response.SEEN}),
    ("de", "ich schaue mit", {"response": Response.WATCHING}),
    ("de", "Polizei ist da", {"response": Response.POLICE}),
    ("de", "Fehlalarm", {"response": Response.FALSE_ALARM}),
    ("de", "vielen Dank", {"is_thanks": True}),
    ("en", "seen", {"response": Response.SEEN}),
    ("en", "I'm watching", {"response": Response.WATCHING}),
    ("en", "police are here", {"response": Response.POLICE}),
    ("en", "false alarm", {"response": Response.FALSE_ALARM}),
    ("en", "thank you", {"is_thanks": True}),
]
SIGHTS = [
    ("nl", "ik zie em", {"in_sight": "now", "response": None}),
    ("nl", "zie hem nog", {"in_sight": "now"}),
    ("nl", "hij is er nog", {"in_sight": "now"}),
    ("nl", "net weggelopen", {"in_sight": "just_gone"}),
    ("nl", "ik zie ze niet meer", {"in_sight": "just_gone"}),
    ("nl", "gisteren ingebroken", {"in_sight": "gone", "behaviours": ("tries_doors",)}),
    ("nl", "vannacht is er ingebroken", {"in_sight": "gone"}),
    ("fr", "il est encore là", {"in_sight": "now"}),
    ("fr", "vient de partir", {"in_sight": "just_gone"}),
    ("fr", "hier soir", {"in_sight": "gone"}),
    ("de", "ist noch da", {"in_sight": "now"}),
    ("de", "gerade weggelaufen", {"in_sight": "just_gone"}),
    ("de", "gestern eingebrochen", {"in_sight": "gone"}),
    ("en", "still there", {"in_sight": "now"}),
    ("en", "ran off", {"in_sight": "just_gone"}),
    ("en", "last night", {"in_sight": "gone"}),
]
PLACES = [
    ("nl", "Merelweg 12", {"place": "Merelweg 12"}),
    ("nl", "merelweg", {"place": "Merelweg"}),
    ("nl", "merleweg", {"place": "Merelweg"}),
    ("nl", "in de Lijsterstraat", {"place": "Lijsterstraat"}),
    ("nl", "hoek Kerkstraat/Dorpsstraat", {"place": "Hoek Kerkstraat – Dorpsstraat"}),
    ("nl", "achter Kerkstraat 12-16", {"place": "Achter Kerkstraat 12-16"}),
    ("nl", "thv nr 40", {"place": "thv nr 40"}),
    ("nl", "bij de school", {"place": "Bij de school"}),
    ("nl", "speeltuin De Wip", {"place": ""}),
    ("nl", "bij speeltuin De Wip", {"place": "Bij speeltuin De Wip"}),
    ("nl", "ergens op de Eikenlaan 7", {"place": "Eikenlaan 7"}),
    ("nl", "Prins Hendriklaan", {"place": "Prins Hendriklaan"}),
    ("nl", "ik ben onderweg", {"place": ""}),
    ("nl", "loopt richting park", {"direction": "Richting park", "place": "Richting park"}),
    ("fr", "rue du Moulin 12", {"place": "Rue du Moulin 12"}),
    ("fr", "derrière l'école", {"place": "Derrière l'école"}),
    ("de", "Hauptstraße 5", {"place": "Hauptstraße 5"}),
    ("de", "hinter der Schule", {"place": "Hinter der Schule"}),
    ("en", "behind the school", {"place": "Behind the school"}),
    ("en", "Church Street 4", {"place": "Church Street 4"}),
]
SIGNS = [
    ("nl", "man voelt aan achterpoorten", "tries_doors"),
    ("nl", "er wordt aan deuren gevoeld", "tries_doors"),
    ("nl", "iemand probeert autos open te maken", "tries_doors"),
    ("nl", "2 jongens kijken in autos", "looks_inside"),
    ("nl", "vrouw kijkt overal naar binnen", "looks_inside"),
    ("nl", "zit verstopt in de bosjes", "hides"),
    ("nl", "maakt foto's van huizen", "takes_photos"),
    ("nl", "ruzie op straat, ze vechten", "violence"),
    ("nl", "glasgerinkel achter", "violence"),
    ("nl", "ze gooien ruiten in", "vandalism"),
    ("nl", "hij gooit een steen door de ruit", "vandalism"),
    ("nl", "iemand probeert mijn voordeur open te krijgen", "tries_doors"),
    ("nl", "belt overal aan met een raar verhaal", "strange_story"),
    ("nl", "loopt al een uur heen en weer", "wanders"),
    ("nl", "busje rijdt stapvoets door de straat", "wanders"),
    ("nl", "klimt over de schutting", "illogical_route"),
    ("nl", "met een koevoet", "carries_tools"),
    ("nl", "kind vermist", "missing"),
    ("nl", "inbreker in de tuin!!", "tries_doors"),
    ("fr", "un homme essaie les portières", "tries_doors"),
    ("fr", "quelqu'un rôde dans la rue", "wanders"),
    ("fr", "ils cassent une vitre", "vandalism"),
    ("fr", "regarde dans les voitures", "looks_inside"),
    ("de", "Mann rüttelt an Türen", "tries_doors"),
    ("de", "jemand schaut in die Fenster", "looks_inside"),
    ("de", "klettert über den Zaun", "illogical_route"),
    ("de", "fährt sehr langsam", "wanders"),
    ("en", "a man is trying car doors", "tries_doors"),
    ("en", "looking into windows", "looks_inside"),
    ("en", "walking up and down", "wanders"),
    ("en", "they are fighting", "violence"),
]


@pytest.mark.parametrize(("language", "typed", "meant"), [*CALLS, *ANSWERS, *RESPONSES, *SIGHTS, *PLACES])
def test_what_is_typed_is_understood(language, typed, meant):
    found = understand(typed, language, STREETS)
    assert {name: getattr(found, name) for name in meant} == meant


@pytest.mark.parametrize(("language", "typed", "sign"), SIGNS)
def test_what_somebody_does_is_recognised(language, typed, sign):
    assert sign in understand(typed, language, STREETS).behaviours


@pytest.mark.parametrize(
    ("typed", "danger"),
    [
        ("hij heeft een mes", "weapon"),
        ("geen wapen gezien", ""),
        ("er ligt een gewonde", "wounded"),
        ("gestoken met een mes, veel bloed", "both"),
        ("il a un couteau", "weapon"),
        ("he has a gun", "weapon"),
        ("er ist verletzt", "wounded"),
    ],
)
def test_danger_is_heard_in_any_language(typed, danger):
    assert understand(typed, "nl").danger == danger


def test_a_whole_message_falls_into_its_places():
    told = understand(
        "112 gebeld 21:14. Man voelt aan achterpoorten, brandgang Lijsterstraat–Merelweg. ± 30 jr, 1.80 m, slank, "
        "donkere jas, grijze rugzak. Loopt richting park.",
        "nl",
        STREETS,
    )
    assert told.place == "Brandgang Lijsterstraat – Merelweg"
    assert told.clock == "21:14"
    assert told.direction == "Richting park"
    person = told.person
    assert (person.sex, person.age, person.height, person.build) == ("man", "30", "180", "slim")
    assert (person.clothing, person.carries) == ("donkere jas", "grijze rugzak")
    assert told.words.startswith("Man voelt aan achterpoorten")
    assert "gebeld" not in told.words


def test_a_plate_goes_on_its_card_and_never_into_the_words():
    told = understand("112 gebeld, witte bestelwagen Ford Transit probeert portieren Molenweg, kenteken V-38-XB", "nl")
    assert told.vehicle.plate.startswith("V-38-XB")
    assert told.vehicle.kind == "van"
    assert "38" not in told.words


@pytest.mark.parametrize(
    ("typed", "kind", "colour"),
    [
        ("wit busje", "van", "wit"),
        ("een zwarte auto", "car", "zwarte"),
        ("donkerblauwe scooter", "scooter", "donkerblauwe"),
        ("rode volkswagen golf", "", ""),
        ("camionnette blanche", "van", "blanche"),
        ("weißer Lieferwagen", "van", "weißer"),
        ("a white van", "van", "white"),
        ("bij de bus", "", ""),
    ],
)
def test_a_vehicle_has_a_colour(typed, kind, colour):
    language = {"camionnette blanche": "fr", "weißer Lieferwagen": "de", "a white van": "en"}.get(typed, "nl")
    vehicle = understand(typed, language).vehicle
    assert (vehicle.kind, vehicle.colour) == (kind, colour)


def test_another_language_than_ones_own_is_understood_too():
    assert understand("police called, man trying doors", "nl").call is Call.CALLED
    assert understand("vals alarm", "fr").response is Response.FALSE_ALARM
