# SPDX-License-Identifier: EUPL-1.2
# fmt: off
from buurtwacht.wording.danger import VIOLENCE, WEAPON, WOUNDED

from .model import Table

NUMBER = "(?:112|101|een een twee|1-1-2|de politie|politie|de wijkagent|alarmnummer|noodnummer)"

DUTCH = Table(
    leave=(
        "afmelden", "meld(?: me| mij)? af", "uitschrijven", "stopall", "geen berichten meer", "haal me eruit", "uit",
    ),
    stop=(
        "stop", "stoppen", "stop maar",
    ),
    cancel=(
        "annuleer", "annuleren", "laat maar", "toch niet", "vergeet het", "niks aan de hand", "niet delen",
        "weg ermee",
    ),
    come_back=(
        "start", "aan", "weer aan", "aanmelden", "begin",
    ),
    report=(
        "melding", "meld", "melden", "nieuw", "nieuwe melding", "iets verdachts", "ik wil (?:iets )?melden",
        "ik zie iets(?: verdachts)?", "help er is iets",
    ),
    share=(
        "deel", "delen", "verstuur", "versturen", "stuur(?: maar)?", "verzenden", "verzend", "deel maar", "plaats",
        "plaatsen",
    ),
    change=(
        "verander", "veranderen", "wijzig", "wijzigen", "anders", "klopt niet", "fout", "aanpassen", "pas aan",
    ),
    help=(
        "help", "hulp", "info", "uitleg", "menu", "hoe werkt dit", "wat kan ik typen", r"\?",
    ),
    yes=(
        "ja", "j", "jawel", "jep", "yep", "yes", "jazeker", "zeker", "klopt", "ok", "oke", "okee", "oki", "is goed",
        "goed", "doe maar", "prima", "inderdaad", "correct", "tuurlijk", "ja hoor",
    ),
    only_yes=(
        "ja net", "ja heb ik", "ja gedaan", "gedaan", "ja dat heb ik", "heb ik gedaan", "ja zojuist", "ja al",
        "al gedaan", "ja zeker", "ja klopt", "ja ja", "heb ik al", "ja doen", "ja delen", "ja prima", "ja goed",
    ),
    agreeing=(
        "ok", "oke", "okee", "oki", "is goed", "goed", "doe maar", "prima", "ja delen", "ja doen", "ja prima",
        "ja goed",
    ),
    no=(
        "nee", "ne", "neen", "n", "nope", "no", "niet", "nee hoor", "nog niet", "geen",
    ),
    unknown=(
        "weet (?:ik )?(?:het )?niet", "weet niet", "weetniet", "geen idee", "niet zeker", "onbekend", "niet gezien",
        "kon (?:ik )?niet zien", "wnt", "dunno", "idk", "ik weet het niet",
    ),
    skip=(
        "overslaan", "sla over", "skip", "volgende", "verder", "geen", "niks", "niets", "nvt", "hoeft niet",
    ),
    seen=(
        "gezien", "gelezen", "ontvangen", "bericht gezien", "👀", "heb het gezien", "ik heb het gezien",
        "heb het gelezen", "genoteerd", "begrepen", "check",
    ),
    close=(
        "sluit(?:en)?", "afsluiten", "sluit af", "afgesloten", "einde melding", "melding sluiten", "klaar",
        "voorbij", "is voorbij", "afronden",
    ),
    greetings=(
        "hoi.{0,12}", "hallo.{0,12}", "goede ?(?:morgen|middag|n?avond).{0,12}", "dag", "hey", "hee", "yo", "test",
        "testje",
    ),
    thanks=(
        "bedankt.*", "dank.*", "(?:heel erg|heel hartelijk|hartelijk|ge zijt|zijt|u bent|je bent) (?:be)?dankt?.*",
        "merci.*", "thx.*", "tnx.*", "top.*", "goed gedaan.*", "super.*", "fijn.*", "mooi.*",
        "wat goed.*", "🙏.*", "graag gedaan", "welterusten.*", "fijne avond.*", "sterkte.*", "haha.*", "lol",
    ),
    correction=(
        r"corr?e[ck]?[tc]?ie(?: (?:op|van|bij) (?:mijn|de) melding)?", "verbetering", "rectificatie", "aanpassing",
        "foutje", "ik bedoel(?:de)?", "moe(?:s)?t zijn", "klopt niet", "verkeerd getypt", "typ(?:e)?foutje?",
    ),
    called=(
        rf"{NUMBER} (?:is |heb(?: ik)? |net |al |zojuist |wel |ook )*gebel(?:d|t|dt)",
        (
            rf"(?:heb|hebben|heeft|zojuist|net|al|ook) (?:ik |we |wij |mijn \w+ |de buurman |"
            rf"de buurvrouw )?(?:net |zojuist |al |ook |meteen |zelf |dus )*(?:naar )?(?:met )?(?:{NUMBER} )?(?:net |"
            rf"al )?gebel[dt]"
        ),
        "^(?:ja )?(?:net |al |zojuist |ook |wel )*gebel(?:d|t|dt)",
        (
            rf"{NUMBER} (?:is |zijn )?(?:al )?(?:onderweg|gewaarschuwd|ingelicht|verwittigd|gealarmeerd|ingeseind|"
            rf"op de hoogte)"
        ),
        (
            rf"(?:heb |zojuist |net |al )+{NUMBER} (?:gewaarschuwd|verwittigd|ingelicht|gealarmeerd|aan de (?:lijn|"
            rf"telefoon) gehad|gesproken)"
        ),
        r"gebeld (?:om|naar|met|te)\b", rf"gebeld naar {NUMBER}",
    ),
    unsure=(
        "niet", "nog niet", "geen", "nooit", "iemand", "wie", "niemand", "moet", "moeten", "zal", "zou", "kan",
        "kunt", "kun", "misschien", "vast wel", "wellicht", "waarschijnlijk", "hopelijk", "denk", "als", "straks",
        "teruggebeld", "aangebeld", "opgebeld", "ga", "wil", "wordt", "worden", "gezegd dat", "voordat", "nadat",
    ),
    not_yet=(
        "aan het bellen", "bel ze nu", "bel zo", "nog niet(?: gebeld)?", "niet gebeld", "niet bellen",
        "ga (?:nu )?bellen", "ik bel (?:nu|eerst|meteen|zo)", "bel nu", "ben (?:nu )?aan het bellen",
        "geen beltegoed", "durf niet", "moet nog bellen", "zal bellen", "nee ik bel",
    ),
    doubt=(
        "twijfel(?:en|t)?", "ik weet niet of", "niet zeker of", "moet ik bellen", "is dit iets",
    ),
    watching=(
        "kijk mee", "ik kijk(?: mee| ook| uit)?", "kijk uit het raam", "houd (?:het )?in de gaten",
        "hou (?:het )?in de gaten", "ik let op", "let mee op", "kijken mee", "sta voor het raam", "we kijken",
        "hou een oogje", "houd een oogje",
    ),
    two=(
        "met (?:z'n|zn|zijn) twe+n?", "we zijn met (?:twee|2)", "kunnen komen", "wij komen", "kunnen met twee",
    ),
    cannot=(
        "kan niet", "ik kan niet", "niet thuis", "ben niet thuis", "ben weg", "ben op (?:het )?werk", "kan nu niet",
        "op vakantie", "zit op (?:het |mijn )?werk", "niet in de buurt",
    ),
    police=(
        "^politie$",
        (
            "politie (?:is |zijn |staat |rijdt |komt nu )?(?:er|hier|ter plaatse|ter plekke|aanwezig|"
            "gearriveerd|aangekomen|in de straat|binnen|nu hier|nu er)(?! niet)"
        ),
        "politiewagen (?:is |staat )?(?:er|hier|voor)", "agenten (?:zijn )?(?:er|hier)",
        "zie (?:de )?politie(?:auto|wagen)?", "politie ziet u|politie gezien|politie gearriveerd",
    ),
    false_alarm=(
        "vals alarm", "loos alarm", "valse melding", "niks aan de hand", "niets aan de hand", "was niks",
        (
            "het was (?:gewoon |maar )?(?:de |een |mijn )?(?:krantenbezorger|krantenjongen|postbode|"
            "pakketbezorger|buurman|buurvrouw|zoon|dochter|bezorger|monteur)"
        ),
        "vergissing",
    ),
    now=(
        "nu bezig", "ik zie (?:hem|haar|het|ze|em|'m|m|ook iemand)", "zie (?:hem|haar|em|ze) (?:ook|nu)",
        "zie (?:hem|haar|het|ze|em|'m|m) nog", "is (?:er )?nog", "nog bezig", "nu gaande", "op dit moment",
        "staat er nog", "nog steeds", "nog in zicht", "is hier nog", "momenteel", "nu nog", "loopt er nog",
    ),
    just_gone=(
        "net weg", "net weggelopen", "net weggereden", "net vertrokken", "net gevlucht", "zojuist weg", "is nu weg",
        "zijn net weg", "uit het zicht", "uit zicht", "zie (?:hem|haar|ze|em|het) niet meer", "weggerend",
        "is weggelopen", "is weg", "zijn weg", "weggereden", "weggefietst",
    ),
    gone=(
        "gisteren", "gisteravond", "vannacht", "vanmorgen", "vanochtend", "eergisteren", "vorige week",
        "al lang weg", "langer weg", "al weg", "uur geleden", "uren geleden", "paar dagen", "afgelopen nacht",
        "afgelopen weekend",
    ),
    weapon=WEAPON["nl"],
    wounded=WOUNDED["nl"],
    behaviours={
        "tries_doors": (
            r"(?:probeer|forceer|trap|schop|bons)\w* (?:\w+ ){0,3}\w*(?:deur|poort|raam)\w*",
            r"voel\w* aan (?:\w+ ){0,2}(?:deur|poort|klink|portier)\w*",
            r"(?:deur|poort|portier|auto|klink|fiets)\w* (?:te )?(?:voelen|proberen|controleren)",
            (
                "(?:probeer|proberen|probeert|prober|morrel|morrelt|rommel|rommelt|trekt|trekken|rammelt|"
                r"controleert|checkt)\w* (?:\w+ ){0,3}(?:deur|poort|portier|auto|slot|fiets|schuur|raam|ramen|"
                r"klink)\w*"
            ),
            r"aan (?:de |alle |een )?(?:voor|achter)?(?:deur|poort|portier)\w*", "inbreker", "inbrekers", "inbraak",
            r"(?:te |aan het )(?:prutsen|peuteren|frunniken|foefelen|wrikken|rommelen|morrelen)",
            r"(?:prutst|peutert|frunnikt|foefelt|wrikt) (?:\w+ ){0,3}(?:aan|in)",
            "ingebroken", "breekt in", "breken in", "inbreken", "inbreekt", "fietsendief", r"slot open\w*",
            r"fiets\w* (?:aan het )?stelen", "steelt (?:een )?fiets",
        ),
        "looks_inside": (
            r"kijkt? (?:\w+ ){0,3}(?:naar )?binnen", r"gluur\w*", "gluren",
            (
                r"kijk\w* (?:door|in) (?:\w+ ){0,2}(?:raam|ramen|auto|auto's|autos|tuin|tuinen|huis|huizen|"
                "brievenbus|brievenbussen)"
            ),
            r"spion\w*", r"schijnt (?:\w+ ){0,2}(?:naar )?binnen",
        ),
        "hides": (
            r"verstop\w*", r"verschuil\w*", "verscholen", "achter (?:de |een )?(?:heg|struik|bosjes|auto) ",
            "in de bosjes", "hurkt", "duikt weg", "sluipt", "sluipen", "insluiper",
        ),
        "takes_photos": (
            r"maakt? (?:\w+ ){0,2}foto'?s?", r"fotografeer\w*", "film(?:t|en|pt) ", "filmt",
            "foto'?s (?:aan het )?maken",
        ),
        "violence": VIOLENCE["nl"],
        "vandalism": (
            r"gooi\w* (?:\w+ ){0,5}(?:steen|stenen|ruit|raam|vuurwerk)\w*", "glas breken", "breekt glas",
            r"verniel\w*", r"vandal\w*", "graffiti", r"spuit\w* (?:op )?(?:de )?(?:muur|muren)",
            r"gooit? (?:\w+ ){0,3}(?:ruit|ruiten|raam|ramen|stenen|vuurwerk)\w*", r"ruit\w* (?:in|kapot)\w*",
            r"slaat (?:\w+ ){0,2}(?:ruit|ruiten|raam|ramen)\w*", r"schopt (?:\w+ ){0,2}(?:spiegel|auto|deur)\w*",
            r"brand\w*sticht\w*", r"steekt (?:\w+ ){0,2}in brand", r"bekras\w*",
        ),
        "strange_story": (
            "babbeltruc", "raar verhaal", "vreemd verhaal", r"smoes\w*", "aan de deur", "belt (?:overal )?aan",
            "aanbellen", "bellen aan", r"zegt (?:dat (?:hij|ze|zij) )?van (?:het |de )?\w+",
            r"nep ?(?:agent|politie|monteur)\w*", r"collect\w*", "waterbedrijf",
        ),
        "wanders": (
            (
                "(?:loopt?|lopen|rijdt?|rijden|fietst?|fietsen|hangt?|hangen|dwaalt?|dwalen|zwerft|zwerven|"
                r"cirkelt|slentert) (?:\w+ ){0,4}(?:heen en weer|rond|rondjes|om het huis|op en neer)"
            ),
            "heen en weer", "rondjes", r"rondhang\w*", r"hang\w* rond", "rondlopen", "rondrijden", "loopt rond",
            "lopen rond", "rondloopt", "rondrijdt", "rijdt (?:heel |erg )?(?:langzaam|stapvoets)", "stapvoets",
            r"ronddwal\w*", "staat (?:al )?(?:heel )?lang", r"zit (?:al )?(?:\w+ ){0,4}in (?:\w+ )?auto",
        ),
        "looks_around": (
            r"kijkt? (?:steeds|de hele tijd|constant|veel|schichtig)?\s?om (?:zich|hem|haar) heen", "om zich heen",
            "schichtig", "zenuwachtig", "kijkt steeds",
        ),
        "avoids_light": (
            "vermijdt? (?:het )?licht", "uit het licht", "in het donker", r"zaklamp\w*", r"zonder licht\w*",
            "buiten het licht",
        ),
        "focused": (
            "staart naar", "staren naar", r"observeer\w*", "houdt (?:een |het )?huis in de gaten", "op de uitkijk",
            "kijkt steeds naar (?:een |het )?huis",
        ),
        "covers_face": (
            r"bivakmuts\w*", r"gezicht (?:be|ver|af)\w*", r"gemaskerd\w*", "masker", "capuchon (?:diep )?over",
            "sjaal voor",
        ),
        "counts_homes": (
            "telt? (?:de )?huizen", "huisnummers", "noteert", r"schrijft (?:\w+ )?op", r"zet (?:teken|merk)\w*",
            r"merkteken\w*", r"krijt\w*",
        ),
        "illogical_route": (
            r"over (?:het |een |de )?(?:hek|schutting|muur|dak)\w*", r"klim\w*", r"klauter\w*",
            r"door (?:de )?(?:achter)?tuin\w*", r"in (?:de |onze |mijn |hun |zijn |een )?(?:achter|voor)?tuin\w*",
            "achterom", "op het dak", "rare route",
        ),
        "carries_tools": (
            "koevoet", "breekijzer", "breekt? open", "gereedschap", "schroevendraaier", "betonschaar", "slijptol",
            "ladder", r"sjouw\w*", "draagt (?:een )?(?:tv|televisie|fiets|kluis)", "buit",
            r"laadt? (?:\w+ ){0,3}(?:spullen|in een bus)", "laden spullen",
        ),
        "missing": (
            r"vermist\w*", "kind kwijt", "is weggelopen van huis", "verdwenen kind", r"zoek\w* (?:\w+ ){0,2}kind",
            r"dement\w*", r"verdwaald\w*",
        ),
    },
    streets=(
        (
            "[a-z'-]{3,}(?:straat|str|laan|weg|plein|pad|steeg|dijk|kade|gracht|singel|dreef|plantsoen|"
            "steenweg|hof)"
        ),
    ),
    landmarks=(
        "school", "basisschool", "kerk", "speeltuin", "speelveld", "station", "bushalte", "supermarkt", "winkel",
        "winkelcentrum", "park", "parkeerplaats", "parkeergarage", "garagebox(?:en)?", "garages?", "brandgang",
        "steegje", "achterom", "poort", "tunnel", "tunneltje", "viaduct", "brug", "vijver", "bos", "sportveld",
        "voetbalveld", "tankstation", "buurthuis", "flat", "rotonde", "kruising", "fietspad", "speeltuintje",
        "apotheek", "molen", "dorpsplein", "begraafplaats",
    ),
    at=(
        "achter", "naast", "voor", "tegenover", "bij", "in", "op", "aan", "ter hoogte van", "thv", r"t\.h\.v\.",
        "hoek", "tussen", "langs", "nabij", "richting",
    ),
    direction=(
        "richting", "in de richting van", "naar",
    ),
    man=(
        "man", "kerel", "gast", "vent", "jongen", "jongeman", "meneer", "heer", "mannen", "jongens", "gozer",
    ),
    woman=(
        "vrouw", "dame", "meisje", "mevrouw", "vrouwen", "meisjes",
    ),
    ages={
        "child": (
            "kind", "kinderen", "kleuter", "jochie",
        ),
        "teenager": (
            "tiener", "tieners", "puber", "pubers", "jongere", "jongeren", "scholier",
        ),
        "60": (
            "oude man", "oude vrouw", "bejaarde?", "oudere man", "oudere vrouw",
        ),
    },
    years=r"(\d{1,2}) ?(?:jaar|jr|jarige?)\b",
    builds={
        "slim": (
            "slank", "mager", "dun", "tenger",
        ),
        "sturdy": (
            "stevig", "fors", "dik", "gespierd", "breed", "gezet",
        ),
        "normal": (
            "normaal postuur",
        ),
    },
    colours=(
        "zwarte?", "wit(?:te)?", "rode?", "rood", "blauwe?", "groene?", "gele?", "geel", "grijze?", "grijs",
        "bruine?", "bruin", "beige", "oranje", "roze", "paarse?", "donkerblauwe?", "donkergrijze?", "donkergrijs",
        "lichtblauwe?", "lichtgrijze?", "donkergroene?", "zilver(?:en|grijze?)?", "camouflage", "legergroene?",
    ),
    adjectives=(
        "donkere?", "lichte?", "lange?", "korte?", "grote?", "kleine?", "nieuwe?", "oude?", "dikke?", "leren",
        "witte", "spijker", "winter", "regen", "trainings", "felle", "gele", "reflecterende?",
    ),
    clothing=(
        "jas", "jassen", "jack", "jasje", "hoodie", "hoody", "trui", "vest", "shirt", "t-shirt", "tshirt", "broek",
        "spijkerbroek", "joggingbroek", "jeans", "trainingspak", "trainingsbroek", "pet", "petje", "muts",
        "capuchon", "sjaal", "schoenen", "sneakers", "gympen", "laarzen", "handschoenen", "helm", "regenjas",
        "bodywarmer", "hesje", "werkkleding", "pak", "rok", "jurk", "bomberjack", "cap",
    ),
    carried=(
        "rugzak", "tas", "rugtas", "sporttas", "koffer", "boodschappentas", "plastic zak", "heuptas", "schoudertas",
    ),
    face=(
        "bril", "snor", "baard", "zonnebril", "litteken", "mondkapje", "baardje", "oorbel", "oorring",
    ),
    hair=(
        "haar", "haren", "krullen", "kaal", "staart", "paardenstaart", "dreads", "knot",
    ),
    vehicles={
        "bicycle": (
            "fiets", "bakfiets", "e-bike", "ebike", "fatbike", "omafiets",
        ),
        "scooter": (
            "scooter", "brommer", "bromfiets", "scootmobiel", "step",
        ),
        "motorcycle": (
            "motor", "motorfiets",
        ),
        "car": (
            "auto", "wagen", "personenauto", "stationwagen", "suv", "taxi", "busje personen",
        ),
        "van": (
            "bus", "busje", "bestelbus", "bestelbusje", "bestelwagen", "bestelauto", "camionette",
        ),
        "lorry": (
            "vrachtwagen", "vrachtauto", "truck", "camion",
        ),
    },
    plate=(
        "kenteken", "kentekenplaat", "nummerplaat", "plaat", "kent",
    ),
    filler=(
        "de", "het", "een", "en", "of", "er", "ik", "we", "is", "was", "nu", "net", "al", "om", "te", "van", "met",
        "ze", "hij", "zij", "die", "dat", "daar", "hier", "ook", "wel", "nog", "hem", "em", "heb", "zie", "zien",
        "gezien", "politie", "112", "101", "zojuist", "uur", "nr", "nummer", "huisnummer", "ja", "nee", "hallo",
        "hoi", "ong", "ongeveer", "circa", "rond", "jaar", "jr", "meter", "lang", "draagt", "heeft", "aan", "iets",
        "ding", "ter", "hoogte", "thv", "in", "op", "bij", "voor", "buurt", "melding", "mijn", "onze", "ons",
    ),
    ordinary=(
        "gezin", "geld", "geldt", "geteld", "gemeld", "gevoel", "gereld", "beeld", "gebeeld", "gebed", "geleden",
        "geleend", "geweld", "gewild", "weten", "water", "weten", "klaar", "klein", "kleur", "staat", "straat",
        "stapt", "staan", "stoep", "gewoon", "komen", "kopen", "lopen", "lopend", "buiten", "binnen", "vader",
        "moeder", "verder", "vader", "achter", "maken", "paars", "plaats",
    ),
    no_streets=(
        "onderweg", "snelweg", "fietspad", "voetpad", "wandelpad", "schoolplein", "terugweg", "uitweg", "halverwege",
        "omweg", "rijweg", "heenweg", "vanwege", "kerkhof",
    ),
    endings=(
        "jas", "jack", "broek", "trui", "schoenen", "muts", "shirt",
    ),
)
