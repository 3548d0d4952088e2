# SPDX-License-Identifier: EUPL-1.2
# fmt: off
from buurtwacht.wording.danger import VIOLENCE, WEAPON, WOUNDED

from .model import Table

NUMBER = "(?:le 112|le 101|112|101|la police|police|le numero d'urgence|les secours)"

FRENCH = Table(
    leave=(
        "arret", "desabonner", "desabonnement", "me desabonner", "desinscrire", "stopall", "plus de messages",
        "desinscription", "sms stop",
    ),
    stop=(
        "stop", "arreter",
    ),
    cancel=(
        "annuler", "annule", "laisse(?:z)? tomber", "oublie(?:z)?", "tant pis", "ne pas partager",
    ),
    come_back=(
        "start", "debut", "reprendre", "activer", "demarrer",
    ),
    report=(
        "signaler", "signalement", "nouveau", "nouveau signalement",
        "je (?:veux|voudrais) signaler(?: quelque chose)?", "je vois quelque chose(?: de suspect)?",
        "quelque chose de suspect",
    ),
    share=(
        "partager", "partage", "envoyer", "envoie", "envoyez", "publier",
    ),
    change=(
        "changer", "modifier", "corriger", "faux", "pas correct", "erreur",
    ),
    help=(
        "aide", "aidez-moi", "info", "menu", "comment ca marche", r"\?",
    ),
    yes=(
        "oui", "o", "ouais", "ok", "d'accord", "daccord", "bien sur", "exact", "correct", "c'est fait", "c est fait",
        "oui oui", "yes",
    ),
    only_yes=(
        "c'est fait oui", "oui deja", "deja fait", "oui c'est fait", "fait", "oui je l'ai fait", "oui bien sur",
    ),
    agreeing=(
        "ok", "d'accord", "daccord", "bien sur", "oui bien sur",
    ),
    no=(
        "non", "n", "pas encore", "nan", "pas", "no", "non non",
    ),
    unknown=(
        "(?:je )?(?:ne )?sais pas", "aucune idee", "pas sur", "pas sure", "inconnu", "jsp", "je n'ai pas vu",
        "pas vu",
    ),
    skip=(
        "passer", "passe", "suivant", "rien", "aucun", "sauter",
    ),
    seen=(
        "vu", "lu", "recu", "bien recu", "j'ai vu", "👀", "c'est vu", "note", "compris", "message lu",
    ),
    close=(
        "cloturer", "cloture", "fermer", "termine", "c'est fini", "fini", "terminer",
    ),
    greetings=(
        "bonjour.{0,12}", "bonsoir.{0,12}", "salut", "coucou", "test", "allo",
    ),
    thanks=(
        "merci.*", "super.*", "bravo.*", "parfait.*", "🙏.*", "bonne (?:nuit|soiree|journee).*", "lol", "mdr",
        "genial.*", "bien joue.*",
    ),
    correction=(
        "corr?ection(?: de mon signalement)?", "je corrige", "rectification", "rectificatif", "erratum",
        "je voulais dire", "je veux dire", "faute de frappe", "erreur",
    ),
    called=(
        (
            rf"(?:j'ai|on a|nous avons|ai|a|vient d'|viens d') ?(?:deja |bien |aussi )?(?:appele(?:r)?|"
            rf"telephone(?:r)? (?:a|au)|prevenu|alerte|contacte|averti)(?: (?:{NUMBER}|au 112|au 101))?"
        ),
        (
            rf"{NUMBER} (?:est |a ete |ont ete |sont |vient d'etre )?(?:deja )?(?:appele(?:e|s)?|prevenu(?:e|s)?|"
            rf"alerte(?:e|s)?|averti(?:e|s)?|contacte(?:e|s)?|en route)"
        ),
        r"^(?:oui )?(?:deja |bien )?appele\b", "^(?:oui )?je viens d'appeler",
    ),
    unsure=(
        "pas", "n'ai", "n'a", "jamais", "quelqu'un", "qui", "personne", "faut", "dois", "doit", "vais", "va", "peut",
        "peux", "peut-etre", "probablement", "pense", "si", "avant", "plus tard", "est-ce que", "est ce que",
        "devrais", "rappele",
    ),
    not_yet=(
        "pas encore(?: appele)?", "pas appele", "n'ai pas appele", "j'appelle", "je vais appeler",
        "je vais telephoner", "j'appelle maintenant", "en train d'appeler",
    ),
    doubt=(
        "j'hesite", "hesite", "un doute", "doute", "dans le doute", "dois-je appeler", "dois je appeler",
        "pas sur si",
    ),
    watching=(
        "je regarde(?: aussi)?", "je surveille", "je garde un oeil", "a la fenetre", "on regarde", "j'observe",
        "je fais attention",
    ),
    two=(
        "a deux", "nous sommes deux", "on est deux", "on est a deux", "nous pouvons venir",
    ),
    cannot=(
        "peux pas", "je ne peux pas", "pas a la maison", "pas chez moi", "au travail", "en vacances", "impossible",
        "absent", "absente",
    ),
    police=(
        "^(?:la )?police$", "police (?:est |sont |vient d')?(?:la|ici|sur place|arrivee?|arriver|presente?)",
        "policiers (?:sont )?(?:la|ici|arrives)", "je vois la police", "voiture de police",
    ),
    false_alarm=(
        "fausse alerte", "fausse alarme", "ce n'est rien", "c'etait rien",
        (
            "c'etait (?:juste |seulement )?(?:le |la |un |une |mon |ma )?(?:facteur|voisin|voisine|livreur|"
            "fils|fille)"
        ),
        "erreur de ma part",
    ),
    now=(
        "encore la", "toujours la", "je (?:le|la|les) vois", "en ce moment", "maintenant", "toujours en cours",
        "en cours", "est encore la",
    ),
    just_gone=(
        "vient de partir", "viennent de partir", "parti(?:e|s|es)?", "enfui(?:e|s|es)?", "hors de vue",
        "je ne (?:le|la|les) vois plus", "disparu(?:e|s)? au coin",
    ),
    gone=(
        "hier", "cette nuit", "ce matin", "la semaine passee", "la semaine derniere", r"il y a (?:\w+ )?heures?",
        "parti depuis longtemps", "depuis longtemps",
    ),
    weapon=WEAPON["fr"],
    wounded=WOUNDED["fr"],
    behaviours={
        "tries_doors": (
            (
                r"(?:essa(?:ie|ye|yent|ient|yer)|tente|tentent|force|forcent|secoue) (?:\w+ ){0,3}(?:porte|"
                "portail|portiere|serrure|voiture|velo|fenetre|poignee)s?"
            ),
            r"d'ouvrir (?:\w+ ){0,2}(?:porte|portail|portiere|voiture|fenetre)s?", r"cambriol\w*", "effraction",
            "voleurs?", r"vol(?:e|ent) (?:\w+ )?(?:velo|voiture)s?", r"touche (?:\w+ ){0,2}(?:porte|poignee)s?",
        ),
        "looks_inside": (
            (
                r"regarde(?:nt)? (?:\w+ ){0,2}(?:a l'interieur|dans|par) ?(?:\w+ ){0,2}(?:maison|voiture|jardin|"
                r"fenetre|boite)?\w*"
            ),
            "epie(?:nt)?", "espionne(?:nt)?",
        ),
        "hides": (
            "se cache(?:nt)?", "cache(?:e|s)?", "derriere (?:la |une )?(?:haie|voiture)", "dans les buissons",
            r"accroupi\w*",
        ),
        "takes_photos": (
            r"(?:prend|prennent) (?:\w+ ){0,2}photos?", r"photographie\w*", "filme(?:nt)?",
        ),
        "violence": VIOLENCE["fr"],
        "vandalism": (
            r"vandal\w*", r"casse(?:nt)? (?:\w+ ){0,2}(?:vitre|fenetre|voiture|retroviseur)?s?", r"graffiti\w*",
            "tague(?:nt)?", "degrade(?:nt)?", r"jette(?:nt)? (?:\w+ ){0,2}(?:pierre|petard)s?", r"incendie\w*",
            "met(?:tent)? le feu",
        ),
        "strange_story": (
            "histoire (?:bizarre|etrange)", r"arnaque\w*", "a la porte", "sonne(?:nt)?(?: partout)?",
            "faux (?:policier|agent)s?", "se fait passer", r"pretend\w*", "dit (?:qu'il|qu'elle|etre|venir)",
        ),
        "wanders": (
            (
                r"(?:marche|roule|tourne|rode|traine|erre)(?:nt)? (?:\w+ ){0,3}(?:en rond|de long en large|"
                "autour|lentement|dans le quartier|dans la rue)"
            ),
            "rode(?:nt)?", "rodeurs?", r"va(?:nt)? et vien\w*", "roule(?:nt)? (?:tres )?(?:lentement|au pas)",
            "tourne(?:nt)? en rond", "assis dans (?:une |la )?voiture",
        ),
        "looks_around": (
            "regarde(?:nt)? (?:partout|autour|sans cesse)", r"nerveu\w*",
        ),
        "avoids_light": (
            "evite(?:nt)? la lumiere", "dans le noir", "lampe (?:de poche|torche)", "sans (?:phares|lumiere)",
        ),
        "focused": (
            "fixe(?:nt)? (?:une |la )?maison", "observe(?:nt)? (?:une |la )?maison", "fait le guet", "guette(?:nt)?",
        ),
        "covers_face": (
            r"cagoul\w*", "visage (?:cache|couvert|masque)", "masque(?:s|e)?", "capuche sur",
        ),
        "counts_homes": (
            "compte(?:nt)? les maisons", "note(?:nt)? (?:les )?numeros", "craie",
            r"marque(?:nt)? (?:\w+ ){0,2}(?:maison|porte)s?",
        ),
        "illogical_route": (
            r"(?:saute|grimpe|escalade|passe)(?:nt)? (?:\w+ ){0,3}(?:mur|cloture|haie|toit|jardin|grille)?s?",
            "par-dessus", "dans (?:le |mon |notre |un |les )?jardins?", "sur le toit",
        ),
        "carries_tools": (
            "pied-de-biche", "pied de biche", "outils?", "tournevis", "echelle", "butin",
            "porte(?:nt)? (?:une |la )?(?:tele|television)", r"charge(?:nt)? (?:\w+ ){0,3}(?:camionnette|affaires)",
        ),
        "missing": (
            "disparu(?:e|s)?", r"perdu (?:\w+ )?enfant", "enfant perdu", r"demen\w*",
        ),
    },
    streets=(
        (
            "(?:rue|avenue|av|boulevard|bd|place|chemin|chaussee|allee|impasse|quai|square|route|sentier|"
            "clos) (?:(?:de la|de l'|du|des|de|d'|la|le|les) ?)?[a-z'-]{2,}(?: [a-z'-]+)?"
        ),
    ),
    landmarks=(
        "ecole", "eglise", "plaine de jeux", "gare", "arret de bus", "supermarche", "magasin", "parc", "parking",
        "garages?", "ruelle", "tunnel", "pont", "etang", "bois", "station-service", "carrefour", "rond-point",
        "pharmacie", "moulin", "venelle",
    ),
    at=(
        "derriere", "a cote de", "devant", "en face de", "pres de", "dans", "sur", "a", "au", "coin", "entre",
        "le long de", "a hauteur de", "au niveau de",
    ),
    direction=(
        "vers", "direction", "en direction de", "du cote de",
    ),
    man=(
        "homme", "mec", "type", "garcon", "hommes", "garcons", "monsieur", "individu", "gars",
    ),
    woman=(
        "femme", "fille", "dame", "femmes", "filles",
    ),
    ages={
        "child": (
            "enfant", "enfants", "gamin", "gamins",
        ),
        "teenager": (
            "ado", "ados", "adolescents?", "jeunes?",
        ),
        "60": (
            "vieil homme", "vieille femme", "personne agee", "vieux monsieur",
        ),
    },
    years=r"(\d{1,2}) ?ans\b",
    builds={
        "slim": (
            "mince", "maigre",
        ),
        "sturdy": (
            "costaud", "corpulent", "gros", "muscle",
        ),
        "normal": (
            "corpulence normale",
        ),
    },
    colours=(
        "noire?s?", "blanc(?:he)?s?", "rouges?", "bleue?s?", "verte?s?", "jaunes?", "grise?s?", "brune?s?", "marron",
        "beige", "orange", "rose", "violet(?:te)?", "argente?e?", "fonce?e?", "clair(?:e)?",
    ),
    adjectives=(
        "sombre", "fonce", "foncee", "clair", "claire", "long", "longue", "court", "courte", "grand", "grande",
        "petit", "petite", "cuir", "de sport",
    ),
    clothing=(
        "veste", "manteau", "blouson", "sweat", "pull", "chemise", "t-shirt", "pantalon", "jeans", "jean", "jogging",
        "survetement", "casquette", "bonnet", "capuche", "echarpe", "chaussures", "baskets", "bottes", "gants",
        "casque", "gilet", "jupe", "robe", "costume", "short",
    ),
    carried=(
        "sac a dos", "sac", "valise", "sac de sport", "sacoche",
    ),
    face=(
        "lunettes", "moustache", "barbe", "lunettes de soleil", "cicatrice", "boucle d'oreille",
    ),
    hair=(
        "cheveux", "chauve", "queue de cheval", "boucles",
    ),
    vehicles={
        "bicycle": (
            "velo", "bicyclette",
        ),
        "scooter": (
            "scooter", "mobylette", "trottinette",
        ),
        "motorcycle": (
            "moto",
        ),
        "car": (
            "voiture", "auto", "taxi", "break", "suv",
        ),
        "van": (
            "camionnette", "fourgon", "fourgonnette", "utilitaire",
        ),
        "lorry": (
            "camion",
        ),
    },
    plate=(
        "plaque", "immatriculation", "plaque d'immatriculation",
    ),
    filler=(
        "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "ou", "je", "j", "on", "nous", "est",
        "ai", "a", "au", "avec", "il", "elle", "ils", "elles", "ce", "c", "qui", "que", "ici", "y", "aussi",
        "encore", "vois", "vu", "police", "112", "101", "numero", "oui", "non", "bonjour", "environ", "ans", "porte",
        "mesure", "dans", "sur", "mon", "ma", "notre", "pres", "heures", "h",
    ),
    ordinary=(
        "appel", "appeler", "appelle", "police", "place", "porte", "parle", "parti", "partie", "mairie", "notre",
        "autre", "entre",
    ),
    colour_after=True,
)
