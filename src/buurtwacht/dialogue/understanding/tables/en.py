# SPDX-License-Identifier: EUPL-1.2
# fmt: off
from buurtwacht.wording.danger import VIOLENCE, WEAPON, WOUNDED

from .model import Table

NUMBER = "(?:112|101|999|911|the police|police|emergency number)"

ENGLISH = Table(
    leave=(
        "unsubscribe", "opt out", "stopall", "end", "quit", "sign me off", "no more messages", "remove me",
    ),
    stop=(
        "stop",
    ),
    cancel=(
        "cancel", "never mind", "nevermind", "forget it", "abort", "do not share", "don't share",
    ),
    come_back=(
        "start", "on", "unstop", "subscribe",
    ),
    report=(
        "report", "new report", "something suspicious", "i want to report(?: something)?",
        "i see something(?: suspicious)?", "new",
    ),
    share=(
        "share", "send", "send it", "share it", "post", "go ahead",
    ),
    change=(
        "change", "edit", "wrong", "not right", "correct it",
    ),
    help=(
        "help", "info", "menu", "how does this work", "what can i type", r"\?",
    ),
    yes=(
        "yes", "y", "yep", "yeah", "yea", "sure", "ok", "okay", "correct", "right", "of course", "i did", "done",
    ),
    only_yes=(
        "yes i did", "yes i have", "i have", "yes just now", "yes already", "already done", "yes done", "just did",
    ),
    agreeing=(
        "sure", "ok", "okay", "right", "of course",
    ),
    no=(
        "no", "n", "nope", "not yet", "nah", "not", "i did not", "i didn't",
    ),
    unknown=(
        "(?:i )?don'?t know", "dont know", "no idea", "not sure", "unknown", "dunno", "idk", "could not see",
        "couldn'?t see",
    ),
    skip=(
        "skip", "next", "none", "nothing", "n/a", "pass",
    ),
    seen=(
        "seen", "read", "got it", "received", "👀", "seen it", "i saw it", "noted", "roger", "copy",
    ),
    close=(
        "close", "close it", "close report", "it'?s over", "over", "finished",
    ),
    greetings=(
        "hi.{0,12}", "hello.{0,12}", "hey", "good (?:morning|evening|afternoon)", "test",
    ),
    thanks=(
        "thank.*", "thx.*", "cheers.*", "great.*", "well done.*", "good job.*", "nice.*", "🙏.*", "good night.*",
        "lol", "haha.*", "good morning.*",
    ),
    correction=(
        "corr?ection(?: (?:to|of) my report)?", "i meant?", "(?:it )?should (?:be|read|say)", "typo", "oops",
    ),
    called=(
        (
            rf"(?:have |has |just |already |i |we |my \w+ |'ve )*(?:called|phoned|rang|rung|alerted|dialled|"
            rf"dialed|informed|notified) (?:the )?{NUMBER}"
        ),
        (
            rf"{NUMBER} (?:was |has been |is |were |have been )?(?:just |already )?(?:called|phoned|alerted|informed|"
            rf"notified|on their way|on the way)"
        ),
        "^(?:yes )?(?:i |we )?(?:have |'ve )?(?:just |already )*(?:called|phoned|rang)",
        r"(?:i|we)(?: have|'ve)? (?:just |already )*(?:called|phoned)\b",
    ),
    unsure=(
        "not", "didn'?t", "haven'?t", "hasn'?t", "never", "anyone", "anybody", "someone", "somebody", "nobody",
        "who", "should", "shall", "will", "would", "could", "can", "maybe", "perhaps", "probably", "hopefully",
        "think", "if", "before", "later", "going to", "called back", "is called",
    ),
    not_yet=(
        "not yet(?: called)?", "not called", "have not called", "haven'?t called", "(?:i am|i'm|im) calling",
        "calling now", "i will call", "i'll call", "about to call", "going to call",
    ),
    doubt=(
        "in doubt", "doubt", "not sure (?:if|whether)", "should i call",
    ),
    watching=(
        "i(?:'m| am)? watch(?:ing)?(?: too)?", "watching", "keeping an eye", "keep an eye", "at (?:the|my) window",
        "looking out", "i(?:'m| am) looking",
    ),
    two=(
        "two of us", "we are two", "with two", "we can come", "both of us",
    ),
    cannot=(
        "i can'?t", "cannot", "not home", "not at home", "i am away", "i'm away", "at work", "on holiday",
        "can'?t now",
    ),
    police=(
        "^(?:the )?police$",
        (
            "police (?:is |are |has |have |car (?:is )?)?(?:here|there|arrived|on site|on the scene|present|"
            "in the street)"
        ),
        "officers? (?:is |are )?(?:here|there|arrived)", "see (?:the )?police",
    ),
    false_alarm=(
        "false alarm", "nothing wrong", "it was nothing",
        (
            "it was (?:just |only )?(?:the |a |my )?(?:postman|paper ?boy|neighbour|courier|delivery (?:man|"
            "guy)|son|daughter)"
        ),
        "my mistake",
    ),
    now=(
        "still there", "still here", "can see (?:him|her|them|it)", "see (?:him|her|them|it) now", "right now",
        "going on now", "happening now", "still going", "at this moment",
    ),
    just_gone=(
        "just gone", "just left", "ran (?:off|away)", "drove (?:off|away)", "walked (?:off|away)", "out of sight",
        "lost sight", "gone now", "is gone", "are gone", "can'?t see (?:him|her|them|it)",
    ),
    gone=(
        "yesterday", "last night", "this morning", "last week", "hours? ago", "long gone", "days ago",
    ),
    weapon=WEAPON["en"],
    wounded=WOUNDED["en"],
    behaviours={
        "tries_doors": (
            r"tr(?:y|ies|ying) (?:\w+ ){0,3}(?:door|gate|handle|lock|car|bike|shed|window)s?",
            (
                r"(?:pull|pulling|pulls|test|testing|tests|checking|checks|rattling) (?:\w+ ){0,3}(?:door|gate|"
                "handle)s?"
            ),
            "break(?:s|ing)? in(?:to)?", "burglars?", "burglary", "broke in", "prowler",
            "steal(?:s|ing)? (?:a |the |my )?(?:bike|car|bicycle)",
        ),
        "looks_inside": (
            (
                r"(?:look|looks|looking|peer|peers|peering|peeking|peeks|stares?|staring) (?:\w+ ){0,2}(?:in|"
                r"into|inside|through) ?(?:\w+ ){0,2}(?:window|car|garden|house|home|letterbox|inside)?\w*"
            ),
            "spying",
        ),
        "hides": (
            "hid(?:e|es|ing)", "behind (?:the |a )?(?:hedge|bush|bushes|car)", "in the bushes", r"crouch\w*",
            r"sneak\w*", r"lurk\w*",
        ),
        "takes_photos": (
            r"tak(?:e|es|ing) (?:\w+ ){0,2}(?:photo|picture|pic)s?", "film(?:s|ing)",
        ),
        "violence": VIOLENCE["en"],
        "vandalism": (
            r"vandal\w*", "graffiti", r"smash\w*", r"breaks? (?:\w+ ){0,2}(?:window|glass|mirror)s?",
            r"breaking (?:\w+ ){0,2}(?:window|mirror)s?", r"throw\w* (?:\w+ ){0,2}(?:stone|rock|firework)s?",
            "arson", r"set(?:s|ting)? (?:\w+ ){0,2}on fire", r"kick\w* (?:\w+ ){0,2}(?:car|door|mirror)s?",
        ),
        "strange_story": (
            "strange story", r"scam\w*", "at the door", "rings? (?:the )?(?:door)?bells?",
            "ringing (?:the )?(?:door)?bells?", "fake (?:police|officer)", "says (?:he|she) is from", "claims to be",
            r"knock\w*",
        ),
        "wanders": (
            (
                "(?:walk|walks|walking|drive|drives|driving|cycle|cycling|hang|hangs|hanging|wander|wanders|"
                r"wandering|loiter|loiters|loitering) (?:\w+ ){0,3}(?:around|back and forth|up and down|"
                "in circles)"
            ),
            "back and forth", r"loiter\w*", r"wander\w*", "driv(?:es|ing) (?:very |really )?slow(?:ly)?",
            "sitting in (?:a |the )?(?:parked )?car",
        ),
        "looks_around": (
            "look(?:s|ing) around", r"nervous\w*",
        ),
        "avoids_light": (
            "avoid(?:s|ing) (?:the )?light", "in the dark", "flash ?light", "torch",
        ),
        "focused": (
            "star(?:es|ing) at", "watch(?:es|ing) (?:the |a |my |one |our )?house", "on the lookout",
        ),
        "covers_face": (
            "cover(?:s|ed|ing) (?:his |her |their |the )?faces?", "balaclava", "mask(?:ed)?", "hood up",
        ),
        "counts_homes": (
            "count(?:s|ing) (?:the )?(?:houses|homes)", r"chalk\w*",
            r"mark(?:s|ing) (?:on )?(?:\w+ ){0,2}(?:house|door)s?", "writ(?:es|ing) down",
        ),
        "illogical_route": (
            "over (?:the |a |my |our )?(?:fence|wall|roof|hedge)", r"climb\w*",
            "in (?:the |my |our |a )?(?:back ?)?(?:garden|yard)s?", "through (?:the )?(?:garden|yard)s?",
            "on the roof",
        ),
        "carries_tools": (
            "crowbar", "tools", "screwdriver", "bolt cutters?", "grinder", "ladder", "loot",
            "carr(?:y|ies|ying) (?:a |the )?(?:tv|bike|safe)", r"load(?:s|ing) (?:\w+ ){0,3}(?:van|stuff|things)",
        ),
        "missing": (
            "missing", "lost (?:a |my |her |his )?child", "dementia", "disappeared",
        ),
    },
    streets=(
        "(?:[a-z']{2,} ){1,2}(?:street|st|road|rd|lane|avenue|ave|square|drive|close|way|alley|court)",
    ),
    landmarks=(
        "school", "church", "playground", "station", "bus stop", "supermarket", "shop", "shops", "park", "car park",
        "parking", "garages?", "alley", "gate", "tunnel", "bridge", "pond", "woods", "petrol station", "crossing",
        "roundabout", "pharmacy", "mill",
    ),
    at=(
        "behind", "next to", "in front of", "opposite", "near", "in", "on", "at", "corner", "between", "along", "by",
    ),
    direction=(
        "towards?", "heading (?:for|to)", "in the direction of", "direction",
    ),
    man=(
        "man", "guy", "boy", "men", "boys", "male", "lad", "bloke",
    ),
    woman=(
        "woman", "girl", "lady", "women", "girls", "female",
    ),
    ages={
        "child": (
            "child", "children", "kid", "kids",
        ),
        "teenager": (
            "teenagers?", "teens?", "youths?", "adolescent",
        ),
        "60": (
            "old man", "old woman", "elderly",
        ),
    },
    years=r"(\d{1,2}) ?(?:years?(?: old)?|yrs?|y/?o)\b",
    builds={
        "slim": (
            "slim", "thin", "skinny",
        ),
        "sturdy": (
            "sturdy", "heavy", "big built", "muscular", "stocky", "fat",
        ),
        "normal": (
            "normal build", "average build",
        ),
    },
    colours=(
        "black", "white", "red", "blue", "green", "yellow", "grey", "gray", "brown", "beige", "orange", "pink",
        "purple", "silver", "dark blue", "light blue", "navy",
    ),
    adjectives=(
        "dark", "light", "long", "short", "big", "small", "large", "little", "leather", "bright", "old", "new",
        "denim",
    ),
    clothing=(
        "coat", "jacket", "hoodie", "hoody", "jumper", "sweater", "shirt", "t-shirt", "trousers", "jeans",
        "tracksuit", "cap", "hat", "beanie", "hood", "scarf", "shoes", "trainers", "sneakers", "boots", "gloves",
        "helmet", "vest", "skirt", "dress", "suit", "shorts",
    ),
    carried=(
        "backpack", "rucksack", "bag", "suitcase", "sports bag",
    ),
    face=(
        "glasses", "moustache", "beard", "sunglasses", "scar", "earring",
    ),
    hair=(
        "hair", "curls", "bald", "ponytail",
    ),
    vehicles={
        "bicycle": (
            "bicycle", "bike", "e-bike", "cycle",
        ),
        "scooter": (
            "scooter", "moped",
        ),
        "motorcycle": (
            "motorcycle", "motorbike",
        ),
        "car": (
            "car", "taxi", "suv", "estate",
        ),
        "van": (
            "van", "minibus", "minivan",
        ),
        "lorry": (
            "lorry", "truck",
        ),
    },
    plate=(
        "plate", "number plate", "registration", "licence plate", "license plate", "reg",
    ),
    filler=(
        "the", "a", "an", "and", "or", "i", "we", "is", "was", "now", "just", "at", "to", "of", "with", "he", "she",
        "they", "that", "there", "here", "also", "still", "him", "have", "see", "police", "112", "101", "number",
        "yes", "no", "hello", "hi", "about", "around", "years", "old", "tall", "wearing", "has", "had", "in", "on",
        "near", "report", "my", "our", "please",
    ),
    ordinary=(
        "call", "calls", "cold", "could", "caller", "women", "watch", "these", "those", "there", "where", "thing",
        "think", "story", "store",
    ),
)
