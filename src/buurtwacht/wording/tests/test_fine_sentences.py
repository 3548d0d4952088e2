# SPDX-License-Identifier: EUPL-1.2
"""Sentences that look a little like something bad and must pass untouched."""

import pytest

from buurtwacht.wording.check import advise

FINE = [
    # streets, dogs, sayings and things with a country in their name
    "112 gebeld 20:10. Man kijkt in auto's, hoek Poolse- en Russischestraat.",
    "Vrouw in turkooise jas kijkt naar binnen bij Merelweg 3.",
    "Twee jongens klimmen over de poort van de Marokkolaan.",
    "Duitse herder los op het Dievenpad, hond bijt fietser.",
    "Met de Franse slag is de deur geforceerd, Lijsterstraat.",
    "Man met Engelse sleutel wrikt aan een fietsslot, stationsplein.",
    "Witte bestelwagen rijdt stapvoets door de Franse Kampweg.",
    "Bestelbus met Pools kenteken, bestuurder voelt aan deuren, Molenweg.",
    "Auto met Belgische nummerplaat, twee personen laden fietsen in, Parkweg.",
    "Kenteken uit Polen, man trekt aan het hek van de Turkse Poort.",
    "Bij de Turkse bakker rammelt iemand aan de rolluiken.",
    "Tegenover de Poolse supermarkt breekt iemand een auto open.",
    "Ze spreken Pools en kijken in alle auto's op de Molenweg.",
    "Vrouw sprak Frans en vroeg om binnen te mogen, Rozenhof.",
    "Naast de Chinees in de Dorpsstraat is brand.",
    "Iemand gooit een Nederlandse vlag in brand, Dorpsplein.",
    "Zwembad pool party, jongen klimt over hek van het Polenpad.",
    "Meisje met rode pet dwaalt bij de Turkooislaan.",
    # colours that belong to clothes and cars
    "Man in zwarte jas en witte schoenen rent over de Beukenlaan.",
    "Witte bestelwagen staat met draaiende motor op de oprit.",
    "Zwarte auto zonder licht rijdt rondjes op het plein.",
    "Donkere jas, capuchon op, fietst zonder licht langs de huizen.",
    "Persoon met bruine muts kijkt door het raam van nummer twee.",
    "Blanke houten deur geforceerd, iemand rent weg over de Kerkstraat.",
    "112 gebeld 21:00. Zwarte man, 30 jr, 1,80 m, rode jas, rammelt aan deuren Merelweg.",
    "Blanke vrouw, blauwe jas, grijze tas, belt overal aan, Tulpstraat. 112 gebeld 11:05.",
    # behaviour of others, not plans of the writer
    "Man volgt vrouw over de Merelweg.",
    "Twee mannen achtervolgen een fietser bij het station.",
    "Iemand houdt een vrouw vast bij de bushalte.",
    "Man staat vrouw op te wachten bij de school.",
    "Jongen pakt tas van oudere vrouw en rent naar het park.",
    "Een man zit achter het stuur en slaapt, deur staat open.",
    "Drie jongens trappen een lantaarnpaal kapot, Parkweg.",
    "Man gooit steen naar een kat, Lindestraat.",
    "Auto rijdt achter een fietser aan, bestuurder schreeuwt.",
    "Niet achtervolgen. Blijf binnen en kijk vanuit het raam.",
    "Twee vrouwen stelen een fiets, Kerkstraat.",
    "Volg niemand. Ga er niet achteraan.",
    "Ik zag hem achteraan in de tuin staan, hij keek naar binnen.",
    "Politie houdt man aan op de Molenweg.",
    "Hij loopt nu naar de achterkant van het winkelcentrum.",
    "Man komt snel naar de voordeur en trapt ertegen.",
    "Graag niet delen buiten deze groep.",
    "Een deel van het kenteken is gezien door een buur.",
    "De delen van het hek liggen op de stoep, iemand knipt door.",
    "Twee mannen delen folders uit en voelen aan deuren.",
    # suspicion without accusation
    "Geen dader in beeld, wel glas op de oprit.",
    "Verdachte situatie: twee mannen tillen een kluis in een busje, Parkweg.",
    "Verdacht pakket bij de bushalte, blijf weg.",
    "Inbraakalarm gaat af bij Lijsterstraat 12, raam staat open.",
    "Dievenklauw geforceerd, er schijnt iemand met een zaklamp.",
    "Poging tot inbraak Rozenhof, persoon is over de schutting gevlucht.",
    "Babbeltruc: vrouw zegt dat zij van de bank is, vraagt om pas.",
    # what a good thread needs
    "Gezien om 21:20, loopt nu richting Dorpsstraat, draagt dezelfde rugzak.",
    "Ik heb net 112 gebeld, 21:14.",
    "Ik heb 101 gebeld om 22:03.",
    "Politie is onderweg. Blijf binnen.",
    "Hij is weg, richting station, op een damesfiets.",
    "Herkent iemand deze situatie? Anders bel ik om 22:15.",
    "Kind van 4 jaar kwijt bij het Dorpsplein, gele jas. 112 gebeld 14:10.",
    "Oudere man met rollator is verward, staat bij de vijver. 112 gebeld.",
    "Zoon van 6 jaar vermist, blauwe trui, speelplein Merelhof. 112 gebeld 16:02.",
    "Gewonde fietser op de rotonde, ambulance is onderweg.",
    "Rook uit het dak van Kerkstraat 20. 112 gebeld 03:14.",
    "Er ligt iemand op de stoep bij de apotheek, 112 is gebeld 09:10.",
    "Correctie: jas is groen, niet blauw.",
    "Let op: hij heeft een mes. Blijf binnen, politie komt eraan.",
    "De man is aangesproken door de politie en mag verder.",
    "Afgesloten: het was de loodgieter van de buren.",
    "Info: maandag is er extra surveillance in de wijk.",
    "Poorten en schuren op slot, doe het buitenlicht aan.",
    "Fiets teruggevonden bij het station.",
    "Wagen gezien op de parking van de supermarkt, gsm in de hand.",
    "Wijkinspecteur is verwittigd, 101 gebeld 20:02.",
    "Ford Transit, ladder op het dak, deuk links achter.",
    "BMW X5, zwart, twee inzittenden, Dorpsstraat.",
    "Scooter zonder licht, bestuurder draagt witte helm.",
    "Man telt huizen en maakt foto's van voordeuren, Vinkenlaan.",
    "Persoon verstopt zich achter de container bij het station.",
    "Ruzie op straat, er wordt geslagen, hoek Merelweg en Lijsterstraat. 112 gebeld 23:40.",
    "Hotel, receptie: iemand rent weg met een koffer.",
    "Zij haalt pakketjes weg bij voordeuren op de Tulpstraat, 112 gebeld 13:00.",
    "Jongen spuit graffiti op de muur van de school.",
    "Iemand zit al 20 minuten in een geparkeerde auto bij het schoolplein.",
    "Huis te koop op de Parkweg: iemand klimt door het raam. 112 gebeld.",
    "Foto is alleen voor de politie, stuur hem niet door.",
    "Man appt tijdens het rijden en ramt een paaltje, Dorpsstraat.",
    "Deze straat klopt niet: het was de Merelweg.",
    "Het adres klopt niet, het is bij de school.",
    "",
    "   \n ",
]
FOREIGN = [
    ("fr", "Je suis chez moi et je regarde par la fenêtre, rue Haute."),
    ("fr", "Un homme entre dans un jardin, rue du 8 Mai."),
    ("fr", "Accident au volant : homme endormi, avenue du 4 Septembre."),
    ("fr", "Rien de suspect, ils sont tous dans la voiture."),
    ("de", "Wir sehen sie vom Fenster, Lindenstraße."),
    ("de", "Ich gehe nach Hause und schaue aus dem Fenster."),
    ("en", "Seen at 21:14, runs towards the park."),
    ("en", "Man with a bloody nose comes to the door, Church Street."),
    ("en", "He takes a bag from the car and runs away."),
    ("en", "A man sleeps behind the wheel, engine running, Station Road."),
    ("fr", "112 appelé 21:14. Homme essaie les portes, rue Haute, veste noire, sac gris."),
    ("fr", "Berger allemand perdu, il entre dans un jardin."),
    ("fr", "Camionnette blanche, plaque polonaise, rue du Moulin."),
    ("fr", "Deux personnes parlent polonais et regardent dans les voitures."),
    ("de", "112 angerufen 21:14. Mann rüttelt an Türen, Lindenstraße, dunkle Jacke."),
    ("de", "Transporter mit polnischem Kennzeichen steht am Bahnhof."),
    ("de", "Deutscher Schäferhund läuft über die Straße."),
    ("en", "Called 112 21:14. Man tries car doors, Church Street, dark jacket, grey rucksack."),
    ("en", "White van with Polish plates, driver rattles gates."),
    ("en", "A German shepherd bites a cyclist in the park."),
    ("en", "A man turns the door knob of the shed, Mill Road."),
    ("en", "Two women steal a bike in Church Street."),
    ("fr", "Vélo sans pédale près des gares, un homme casse le cadenas."),
    ("fr", "Deux femmes volent un vélo, rue Haute."),
    ("de", "Ein Mann mit Spaten gräbt am Friedhof."),
    ("de", "Zwei Frauen stehlen ein Fahrrad, Lindenstraße."),
]


@pytest.mark.parametrize("text", FINE)
def test_a_fine_sentence_passes(text):
    assert advise(text) == []


def test_whoever_needs_help_is_never_stopped():
    for text in ("Vrouw van nummer 12 roept om hulp", "Man van nr 3 is gevallen", "Buurvrouw van nr 5 wordt bedreigd"):
        assert not [advice for advice in advise(text) if advice.blocks]


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_a_fine_sentence_passes_in_other_languages(language, text):
    assert advise(text, language=language) == []
