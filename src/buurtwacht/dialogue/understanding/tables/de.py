# SPDX-License-Identifier: EUPL-1.2
# fmt: off
from buurtwacht.wording.danger import VIOLENCE, WEAPON, WOUNDED

from .model import Table

NUMBER = "(?:112|101|110|die polizei|polizei|den notruf|notruf)"

GERMAN = Table(
    leave=(
        "abmelden", "abbestellen", "stopall", "keine nachrichten mehr", "austragen", "ende", "aus",
    ),
    stop=(
        "stop", "stopp",
    ),
    cancel=(
        "abbrechen", "abbruch", "vergiss es", "lass mal", "doch nicht", "nicht teilen",
    ),
    come_back=(
        "start", "an", "ein", "anmelden", "wieder an",
    ),
    report=(
        "meldung", "melden", "neu", "neue meldung", "ich mochte etwas melden", "ich will etwas melden",
        "ich sehe etwas(?: verdachtiges)?", "etwas verdachtiges",
    ),
    share=(
        "teilen", "teile", "senden", "sende", "abschicken", "schicken", "absenden",
    ),
    change=(
        "andern", "aendern", "falsch", "stimmt nicht", "korrigieren",
    ),
    help=(
        "hilfe", "help", "info", "menu", "wie geht das", "was kann ich schreiben", r"\?",
    ),
    yes=(
        "ja", "j", "jo", "jawohl", "ok", "okay", "genau", "stimmt", "richtig", "klar", "gut", "sicher", "ja genau",
    ),
    only_yes=(
        "ja schon", "schon gemacht", "ja gemacht", "gemacht", "ja habe ich", "habe ich", "ja hab ich", "hab ich",
        "ja gerade",
    ),
    agreeing=(
        "ok", "okay", "klar", "gut", "sicher",
    ),
    no=(
        "nein", "n", "ne", "nee", "noch nicht", "nicht", "no",
    ),
    unknown=(
        "weiss (?:ich )?(?:es )?nicht", "weis nicht", "keine ahnung", "nicht sicher", "unbekannt",
        "ich weiss es nicht", "nicht gesehen",
    ),
    skip=(
        "uberspringen", "ueberspringen", "weiter", "nachste", "nichts", "keine", "entfallt",
    ),
    seen=(
        "gesehen", "gelesen", "erhalten", "hab ich gesehen", "habe es gesehen", "👀", "notiert", "verstanden",
        "angekommen",
    ),
    close=(
        "schliessen", "schliesse", "meldung schliessen", "vorbei", "ist vorbei", "fertig", "beenden", "erledigt",
    ),
    greetings=(
        "hallo.{0,12}", "guten (?:morgen|abend|tag).{0,12}", "moin", "servus", "hey", "test",
    ),
    thanks=(
        "dank.*", "vielen dank.*", "super.*", "toll.*", "gut gemacht.*", "prima.*", "🙏.*", "gute nacht.*", "lol",
        "haha.*", "klasse.*",
    ),
    correction=(
        "korr?ektur(?: (?:zu )?meiner meldung)?", "berichtigung", "verbesserung", "richtigstellung", "ich meinte?",
        "(?:muss|sollte) hei(?:ss|ß)en", "(?:hab )?mich vertippt", "vertippt", "tippfehler",
    ),
    called=(
        (
            rf"(?:habe?|haben|hat|gerade|schon|bereits|eben) (?:ich |wir |mein \w+ |meine \w+ )?(?:gerade |"
            rf"schon |eben |bereits |auch |sofort )*(?:{NUMBER} )?(?:gerade |schon |eben |bereits )*(?:angerufen|"
            rf"gerufen|verstandigt|alarmiert|informiert|benachrichtigt|gewahlt)"
        ),
        (
            rf"{NUMBER} (?:ist |wurde |habe ich |hab ich |schon |bereits |gerade )*(?:angerufen|gerufen|verstandigt|"
            rf"alarmiert|informiert|unterwegs|benachrichtigt|gewahlt)"
        ),
        "^(?:ja )?(?:gerade |schon |bereits |eben |auch )*angerufen",
    ),
    unsure=(
        "nicht", "noch nicht", "nie", "jemand", "wer", "niemand", "soll", "sollte", "kann", "konnte", "wird",
        "werde", "vielleicht", "wahrscheinlich", "hoffentlich", "glaube", "wenn", "ob", "bevor", "spater", "muss",
        "zuruckgerufen",
    ),
    not_yet=(
        "noch nicht(?: angerufen)?", "nicht angerufen", r"rufe (?:jetzt|gleich|sofort)?\s?an",
        "ich rufe (?:jetzt|gleich|sofort)", "bin am telefonieren", "werde anrufen", "ruf jetzt",
    ),
    doubt=(
        "zweifel", "zweifle", "bin unsicher", "unsicher", "soll ich anrufen", "nicht sicher ob",
    ),
    watching=(
        "ich schaue(?: mit| auch| zu)?", "schaue mit", "beobachte mit", "ich passe auf", "behalte (?:es )?im auge",
        "am fenster", "ich gucke", "wir schauen", "ich beobachte",
    ),
    two=(
        "zu zweit", "wir sind zwei", "wir sind zu zweit", "konnen kommen",
    ),
    cannot=(
        "kann nicht", "ich kann nicht", "nicht zu hause", "nicht zuhause", "bin weg", "bei der arbeit",
        "auf der arbeit", "im urlaub",
    ),
    police=(
        "^(?:die )?polizei$",
        "polizei (?:ist |sind |steht )?(?:da|hier|vor ort|angekommen|eingetroffen|jetzt da|jetzt hier)",
        "beamte (?:sind )?(?:da|hier)", "sehe (?:die )?polizei", "streifenwagen (?:ist )?(?:da|hier)",
    ),
    false_alarm=(
        "fehlalarm", "falscher alarm", "alles in ordnung", "war nichts",
        (
            "es war (?:nur |blos )?(?:der |die |ein |mein |meine )?(?:postbote|brieftrager|nachbar|"
            "nachbarin|zusteller|sohn|tochter|zeitungsbote)"
        ),
        "mein fehler",
    ),
    now=(
        "noch da", "immer noch", "sehe (?:ihn|sie|es) (?:noch|jetzt|gerade)", "gerade jetzt", "im moment",
        "momentan", "noch hier", "lauft noch",
    ),
    just_gone=(
        "gerade weg", "eben weg", "gerade weggelaufen", "weggefahren", "weggelaufen", "weggerannt", "ausser sicht",
        "sehe (?:ihn|sie|es) nicht mehr", "ist weg", "sind weg", "abgehauen", "gefluchtet",
    ),
    gone=(
        "gestern", "heute nacht", "letzte nacht", "heute morgen", "letzte woche", r"vor (?:\w+ )?stunden?",
        "langer weg", "schon lange weg", "vorgestern",
    ),
    weapon=WEAPON["de"],
    wounded=WOUNDED["de"],
    behaviours={
        "tries_doors": (
            (
                "(?:ruttelt|rutteln|probiert|probieren|versucht|versuchen|zieht|pruft|"
                r"fummelt) (?:\w+ ){0,4}(?:tur|turen|tor|autotur|autoturen|klinke|schloss|auto|fahrrad|gartentor|"
                r"fenster)\w*"
            ),
            (
                "an (?:den |der |einer |allen |autos? )?(?:haus|auto|garten|hinter)?(?:tur|turen|tor|tore|"
                r"turklinken?)\b"
            ),
            r"einbre\w*", r"bricht (?:\w+ ){0,3}ein", "bricht ein", "brechen ein", r"einbruch\w*", r"fahrraddieb\w*",
            "stiehlt",
        ),
        "looks_inside": (
            (
                r"(?:schaut|schauen|guckt|gucken|blickt|spaht|leuchtet) (?:\w+ ){0,3}(?:hinein|rein|in (?:die |"
                r"den |das )?(?:fenster|auto|autos|haus|hauser|garten|garten)|durch)\w*"
            ),
            "spaht", "spioniert",
        ),
        "hides": (
            r"versteck\w*", "hinter (?:der |einem |dem )?(?:hecke|busch|auto)", "im gebusch", "schleicht",
            "schleichen", "duckt",
        ),
        "takes_photos": (
            r"fotografier\w*", r"macht (?:\w+ ){0,2}(?:fotos|bilder)", r"machen (?:\w+ ){0,2}fotos", "filmt",
            "filmen",
        ),
        "violence": VIOLENCE["de"],
        "vandalism": (
            r"vandal\w*", r"zerstor\w*", "graffiti", "spruht", r"scheibe\w* (?:\w+ )?(?:ein|kaputt)\w*",
            r"wirft (?:\w+ ){0,3}(?:stein|steine|scheibe|boller)\w*", r"beschadig\w*", r"zundet (?:\w+ ){0,2}an",
            r"brandstift\w*", "tritt gegen",
        ),
        "strange_story": (
            "seltsame geschichte", "komische geschichte", r"betrug\w*", r"trickbetrug\w*", "an der tur",
            "klingelt (?:uberall)?", "klingeln", r"falsche[rn]? (?:polizist|polizei|handwerker)\w*",
            r"gibt sich (?:\w+ )?aus", "sagt (?:er|sie) (?:ist|sei|kommt)",
        ),
        "wanders": (
            (
                "(?:lauft|laufen|fahrt|fahren|geht|gehen|streunt|lungert|"
                r"treibt sich) (?:\w+ ){0,4}(?:hin und her|herum|rum|auf und ab|im kreis)"
            ),
            "hin und her", "herumlungern", "lungert", "schleicht herum",
            r"fahrt (?:sehr |ganz )?(?:langsam|im schritt\w*)", "schrittgeschwindigkeit",
            r"sitzt (?:\w+ ){0,4}im auto",
        ),
        "looks_around": (
            r"schaut sich (?:\w+ )?um", "schauen sich um", r"nervos\w*", "sieht sich um",
        ),
        "avoids_light": (
            "meidet (?:das )?licht", "im dunkeln", r"taschenlampe\w*", "ohne licht",
        ),
        "focused": (
            "starrt", "beobachtet (?:ein |das |unser )?haus", "steht schmiere",
        ),
        "covers_face": (
            "sturmhaube", r"maskiert\w*", r"vermumm\w*", "gesicht (?:verdeckt|bedeckt|verhullt)",
            "kapuze (?:tief )?im gesicht",
        ),
        "counts_homes": (
            "zahlt (?:die )?hauser", "hausnummern", r"kreide\w*", r"markier\w*", r"schreibt (?:\w+ )?auf", "notiert",
        ),
        "illogical_route": (
            "uber (?:den |die |einen |das )?(?:zaun|mauer|dach|hecke)", "klettert", "klettern", "im (?:vor)?garten",
            "durch (?:den |die )?garten", "auf dem dach", "in (?:unserem|meinem|einem) garten",
        ),
        "carries_tools": (
            "brecheisen", "brechstange", r"werkzeug\w*", "schraubenzieher", "bolzenschneider", "leiter", "beute",
            "tragt (?:einen |eine )?(?:fernseher|tresor)", r"ladt (?:\w+ ){0,3}(?:sachen|lieferwagen)",
        ),
        "missing": (
            r"vermisst\w*", "kind (?:ist )?verschwunden", "verschwunden", r"dement\w*", "kind verloren",
        ),
    },
    streets=(
        r"[a-z'-]{3,}(?:strasse|strase|str\.?|weg|platz|gasse|allee|ring|damm|ufer|steig|hof)",
        "am [a-z]{3,}(?:platz|weg|ring|park|markt|bahnhof)",
    ),
    landmarks=(
        "schule", "kirche", "spielplatz", "bahnhof", "bushaltestelle", "supermarkt", "laden", "geschaft", "park",
        "parkplatz", "parkhaus", "garagen?", "durchgang", "tor", "tunnel", "brucke", "teich", "wald", "tankstelle",
        "kreuzung", "kreisverkehr", "apotheke", "muhle",
    ),
    at=(
        "hinter", "neben", "vor", "gegenuber", "bei", "beim", "in", "im", "auf", "am", "an", "ecke", "zwischen",
        "entlang", "nahe", "in der nahe von", "auf hohe von",
    ),
    direction=(
        "richtung", "in richtung", "nach", "zum", "zur",
    ),
    man=(
        "mann", "kerl", "typ", "junge", "manner", "jungen", "herr", "bursche",
    ),
    woman=(
        "frau", "madchen", "dame", "frauen",
    ),
    ages={
        "child": (
            "kind", "kinder",
        ),
        "teenager": (
            "jugendliche[rn]?", "teenager",
        ),
        "60": (
            "alter mann", "alte frau", "rentner", "senior",
        ),
    },
    years=r"(\d{1,2}) ?(?:jahre?|jahrige?)\b",
    builds={
        "slim": (
            "schlank", "dunn", "hager",
        ),
        "sturdy": (
            "kraftig", "dick", "stammig", "muskulos",
        ),
        "normal": (
            "normale statur",
        ),
    },
    colours=(
        "schwarze?[rn]?", "weiss?e?[rn]?", "rote?[rn]?", "rot", "blaue?[rn]?", "grune?[rn]?", "gelbe?[rn]?",
        "graue?[rn]?", "braune?[rn]?", "beige", "orange", "rosa", "lila", "silberne?[rn]?", "dunkelblaue?[rn]?",
        "hellblaue?[rn]?",
    ),
    adjectives=(
        "dunkle?[rn]?", "dunkel", "helle?[rn]?", "lange?[rn]?", "kurze?[rn]?", "grosse?[rn]?", "kleine?[rn]?",
        "neue?[rn]?", "alte?[rn]?", "leder",
    ),
    clothing=(
        "jacke", "mantel", "kapuzenpulli", "hoodie", "pullover", "pulli", "hemd", "t-shirt", "hose", "jeans",
        "jogginghose", "trainingsanzug", "mutze", "kappe", "kapuze", "schal", "schuhe", "turnschuhe", "stiefel",
        "handschuhe", "helm", "weste", "rock", "kleid", "anzug",
    ),
    carried=(
        "rucksack", "tasche", "koffer", "sporttasche",
    ),
    face=(
        "brille", "schnurrbart", "bart", "sonnenbrille", "narbe", "ohrring",
    ),
    hair=(
        "haare", "haar", "glatze", "locken", "pferdeschwanz",
    ),
    vehicles={
        "bicycle": (
            "fahrrad", "rad", "e-bike",
        ),
        "scooter": (
            "roller", "moped", "mofa",
        ),
        "motorcycle": (
            "motorrad",
        ),
        "car": (
            "auto", "wagen", "taxi", "kombi", "pkw", "suv",
        ),
        "van": (
            "lieferwagen", "transporter", "kleinbus",
        ),
        "lorry": (
            "lastwagen", "lkw",
        ),
    },
    plate=(
        "kennzeichen", "nummernschild",
    ),
    filler=(
        "der", "die", "das", "den", "dem", "ein", "eine", "einen", "einer", "und", "oder", "ich", "wir", "ist",
        "war", "jetzt", "gerade", "um", "zu", "von", "mit", "er", "sie", "es", "da", "hier", "auch", "noch", "ihn",
        "habe", "hab", "sehe", "gesehen", "polizei", "112", "101", "nr", "nummer", "ja", "nein", "hallo", "etwa",
        "ca", "circa", "jahre", "alt", "gross", "tragt", "hat", "in", "im", "an", "am", "auf", "bei", "vor", "uhr",
        "mein", "unser",
    ),
    ordinary=(
        "gesehen", "gehen", "stehen", "sehen", "sicher", "wieder", "weiter", "leiter",
    ),
    no_streets=(
        "unterwegs", "umweg", "ausweg", "heimweg", "hinweg", "weg", "parkplatz", "spielplatz", "bahnhof", "friedhof",
        "innenhof", "schulhof", "ruckweg", "gehweg", "fussweg", "radweg", "deswegen",
    ),
    endings=(
        "jacke", "hose", "schuhe", "mutze", "pulli", "mantel",
    ),
)
