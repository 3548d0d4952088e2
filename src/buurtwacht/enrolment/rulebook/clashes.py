# SPDX-License-Identifier: EUPL-1.2
"""How a rule of a group itself says the opposite of a fixed one, as far as that can be known from its words.

Pieces of regular expressions for plain text: small letters, no accents, one sentence at a time.
"""

from enum import StrEnum


class Topic(StrEnum):
    """What the fixed rule is about."""

    CALL = "call"
    PURSUIT = "pursuit"
    OUTSIDE = "outside"
    PLATES = "plates"
    PHOTOS = "photos"
    NAMES = "names"


# The fixed rules that say it, the clearest first. A group has those of its source and its settings.
FIXED = {
    Topic.CALL: "call_first call_and_say not_instead police_on_call initiative saar_react saar_register saar_both",
    Topic.PURSUIT: "no_patrol no_judge no_judge_driving from_home register_only if_safe at_least_two company friendly",
    Topic.OUTSIDE: "keep_here keep_here_law privacy",
    Topic.PLATES: "plate_police plate_never",
    Topic.PHOTOS: "photo_police photo_never photo_released",
    Topic.NAMES: "words privacy keep_here keep_here_law",
}

# A sentence with one of these forbids what it names; those about calling first bring their own.
NOT = {
    "nl": r"niet|geen|nooit|niemand|nergens|niets|zonder|stop met|verboden",
    "fr": r"ne|n|pas|jamais|personne|rien|aucun\w*|sans|interdit\w*",
    "de": r"nicht|kein\w*|nie|niemals|niemand\w*|nirgends|nichts|ohne|verboten",
    "en": r"not|no|never|nobody|nothing|nowhere|without|neither|don't|forbidden",
}
POLICE = r"politie|police|polizei|meldkamer|centrale|wijkagent|112|101|110"  # telling them is what the rules ask
AGAIN = r"opnieuw|nogmaals|nog eens|al gebeld|heeft gebeld|encore|deja|erneut|noch einmal|schon|again|already"

_SOME = r"(?:\w+ ){0,5}"
_FEW = r"(?:\w+ ){0,3}"
_NUMBER = r"(?:112|101|110|(?:de |la |die |the )?(?:politie|police|polizei))"
_OUT = "facebook|instagram|tiktok|nextdoor|twitter|internet|whatsapp|telegram"
_US_NL = "(?:groep|app|buren|coordinator|beheerder)"
_US_FR = r"(?:groupe|voisins|coordinat\w+)"
_US_DE = r"(?:gruppe|nachbarn|koordinator\w*)"
_WHO_NL = r"(?:hem|haar|hen|iemand|verdacht\w*|persoon|man|vrouw|auto|voertuig\w*|inbreker\w*|die[fv]\w*)"
_WHO_FR = r"(?:suspect\w*|homme|femme|auteur\w*|voleur\w*|voiture|vehicule|cambrioleur\w*|quelqu un)"
_WHO_DE = r"(?:verdachtig\w*|tater\w*|mann|frau|person|jemand\w*|ihm|ihn|ihnen|auto|wagen|einbrecher\w*|dieb\w*)"
_WHO_EN = r"(?:suspects?|suspicious \w+|him|her|them|person|man|woman|car|burglars?|thie\w+|somebody|someone)"
_TELL_NL = r"(?:deel|delen|zet|zetten|plaats\w*|stuur|sturen|post|posten|schrijf|schrijven|noem|noemen|geef|geven|app)"
_TELL_FR = r"(?:partag|publi|post|met|mett|diffus|envo|ecri|donn|indiqu|not|mentionn)\w*"
_TELL_DE = r"(?:teil|poste|stell|setz|verbreit|schick|veroffentlich|schreib|nenn|gib|geb|notier)\w*"
_TELL_EN = r"(?:share|post|put|publish|send|write|give|note|mention|name)\w*"

SAYS: dict[str, dict[Topic, tuple[str, ...]]] = {
    "nl": {
        Topic.CALL: (
            rf"eerst {_SOME}{_US_NL} {_SOME}(?:dan|daarna|pas) {_FEW}(?:{_NUMBER}|bel\w*)",
            rf"bel\w* {_FEW}{_NUMBER} {_FEW}(?:alleen|pas|niet|nooit|later|daarna)",
            rf"bel\w* (?:niet|pas|nooit|alleen|later|daarna) {_FEW}{_NUMBER}",
            rf"bel\w* eerst {_FEW}(?:coordinator|beheerder|buren|elkaar|groep)",
            rf"(?:zonder|in plaats van) {_FEW}(?:{_NUMBER}|te bellen)",
            rf"(?:hoef|hoeft|hoeven) {_FEW}(?:niet|geen) {_FEW}(?:{_NUMBER}|te bellen)",
            rf"(?:hoef|hoeft|hoeven) {_FEW}{_NUMBER} niet te bellen",
        ),
        Topic.PURSUIT: (
            rf"(?:achter)?volg(?:t|en)? {_FEW}{_WHO_NL}",
            rf"{_WHO_NL} {_FEW}(?:achtervolgen|volgen|tegenhouden|aanhouden)",
            rf"(?:ga|gaan|loop|lopen|rijd|rijden|ren|rennen) {_SOME}(?:achterna|achteraan)",
            rf"hou(?:d|den|dt)? {_FEW}{_WHO_NL} {_FEW}(?:vast|tegen|staande|aan)",
            r"klem ?(?:rijd|zet)\w*",
            r"patrouill\w*",
            r"surveill\w*",
            r"rondes? (?:loop|lopen|rijd|rijden|doen|maken)",
        ),
        Topic.OUTSIDE: (
            rf"{_TELL_NL} {_SOME}(?:{_OUT}|socia(?:le|l) media|openbaar|buiten de groep|andere \w*groepen|krant)",
        ),
        Topic.PLATES: (rf"{_TELL_NL} {_SOME}(?:kentekens?|nummerpla(?:at|ten))",),
        Topic.PHOTOS: (rf"{_TELL_NL} {_SOME}(?:foto s|fotos?|filmpjes?|beelden)",),
        Topic.NAMES: (
            rf"(?:{_TELL_NL}|zeg|zeggen|vermeld\w*) {_SOME}(?:naam|namen|huisnummer) (?:van|wie)",
            r"(?:noem|zeg) wie het is",
        ),
    },
    "fr": {
        Topic.CALL: (
            rf"d abord {_SOME}{_US_FR} {_SOME}(?:ensuite|puis|apres) {_SOME}(?:{_NUMBER}|appel\w*)",
            rf"appel\w* {_FEW}{_NUMBER} {_FEW}(?:seulement|uniquement|plus tard|ensuite|que si)",
            rf"appel\w* (?:pas|jamais|seulement|que) {_FEW}{_NUMBER}",
            rf"appel\w* d abord {_FEW}(?:coordinat\w+|voisins|groupe)",
            rf"(?:au lieu|sans|avant) d appel\w* {_FEW}{_NUMBER}",
            rf"pas besoin d appel\w* {_FEW}{_NUMBER}",
        ),
        Topic.PURSUIT: (
            rf"(?:suis|suit|suivons|suivre|suivez|poursui\w*|pourchass\w*) {_FEW}{_WHO_FR}",
            rf"(?:reten|retien|arret|bloqu|immobilis)\w* {_FEW}{_WHO_FR}",
            r"patrouill\w*",
            r"(?:faisons|faire|fais) des rondes",
        ),
        Topic.OUTSIDE: (
            rf"{_TELL_FR} {_SOME}(?:{_OUT}|reseaux sociaux|(?:hors|dehors) du groupe|autres groupes|presse)",
        ),
        Topic.PLATES: (rf"{_TELL_FR} {_SOME}(?:plaques?|immatriculations?)",),
        Topic.PHOTOS: (rf"{_TELL_FR} {_SOME}(?:photos?|videos?)",),
        Topic.NAMES: (rf"(?:{_TELL_FR}|dis|dites|dire|cit\w*) {_FEW}noms? (?:de|du|des|d)",),
    },
    "de": {
        Topic.CALL: (
            rf"(?:zuerst|erst) {_SOME}{_US_DE} {_SOME}(?:dann|danach) {_SOME}(?:{_NUMBER}|ruf\w*)",
            rf"ruf\w* {_FEW}{_NUMBER} {_FEW}(?:nur|erst|spater|nicht)",
            rf"ruf\w* (?:sie )?(?:nur|nicht|erst|nie) {_FEW}{_NUMBER}",
            rf"ruf\w* zuerst {_FEW}(?:koordinator\w*|nachbarn|gruppe)",
            rf"(?:statt|ohne) {_FEW}(?:{_NUMBER}|anzurufen)",
        ),
        Topic.PURSUIT: (
            rf"(?:ver)?folg\w* {_FEW}{_WHO_DE}",
            rf"{_WHO_DE} {_FEW}(?:verfolg|festhalt|aufhalt)\w*",
            rf"halt\w* {_FEW}{_WHO_DE} {_FEW}(?:fest|auf)",
            r"patrouill\w*",
            r"streife",
        ),
        Topic.OUTSIDE: (
            rf"{_TELL_DE} {_SOME}(?:{_OUT}|soziale\w*|ausserhalb der gruppe|andere\w* gruppen|presse|zeitung)",
        ),
        Topic.PLATES: (rf"{_TELL_DE} {_SOME}(?:kennzeichen|nummernschild\w*)",),
        Topic.PHOTOS: (rf"{_TELL_DE} {_SOME}(?:fotos?|videos?|bilder)",),
        Topic.NAMES: (rf"(?:{_TELL_DE}|sag\w*) {_FEW}namen? (?:des|der|von|vom)",),
    },
    "en": {
        Topic.CALL: (
            rf"first {_SOME}(?:group|neighbours|coordinator) {_SOME}(?:then|after|later) {_SOME}(?:{_NUMBER}|call\w*)",
            rf"(?:group|neighbours|coordinator) (?:first|before) {_SOME}(?:{_NUMBER}|call\w*)",
            rf"call {_FEW}{_NUMBER} {_FEW}(?:only|later|afterwards)",
            rf"(?:only|not|never|don't) call {_FEW}{_NUMBER}",
            rf"call {_FEW}(?:coordinator|neighbours|group) first",
            rf"(?:instead of|without) {_FEW}(?:calling|{_NUMBER})",
            rf"no need to call {_FEW}{_NUMBER}",
        ),
        Topic.PURSUIT: (
            rf"(?:follow|chase|pursue|go after|run after) {_FEW}{_WHO_EN}",
            rf"(?:hold|stop|detain|catch|grab) {_FEW}{_WHO_EN}",
            r"patrol\w*",
        ),
        Topic.OUTSIDE: (
            rf"{_TELL_EN} {_SOME}(?:{_OUT}|social media|online|outside the group|other groups|press|newspaper)",
        ),
        Topic.PLATES: (rf"{_TELL_EN} {_SOME}(?:number plates?|licence plates?|registrations?)",),
        Topic.PHOTOS: (rf"{_TELL_EN} {_SOME}(?:photos?|pictures?|videos?)",),
        Topic.NAMES: (rf"(?:{_TELL_EN}|say) {_FEW}names? of",),
    },
}
