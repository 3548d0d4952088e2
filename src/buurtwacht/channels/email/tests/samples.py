# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501
"""Answers as mail programs make them in four languages: made up for us, in the forms that these programs use.

Each is a name, what was written, and the words that its writer meant.
"""

OURS = "Buurtwacht Vogelbuurt <buurtwacht@buurtwacht.example>"
MARKED = "> 112 is gebeld om 21:14. Bel alleen bij nieuwe informatie.\n>\n> In de brandgang voelt iemand aan deuren.\n"
BARE = "112 is gebeld om 21:14. Bel alleen bij nieuwe informatie.\n\nIn de brandgang voelt iemand aan deuren.\n"
NBSP = "\u202f"

SAMPLES = [
    # Gmail on the web: the line may be broken after an angle bracket.
    (
        "gmail-nl",
        f"Ja, ik zie hem ook.\n\nOp zo 22 nov 2026 om 21:16 schreef Buurtwacht Vogelbuurt <\nbuurtwacht@buurtwacht.example>:\n\n{MARKED}",
        "Ja, ik zie hem ook.",
    ),
    (
        "gmail-fr",
        f"Oui, je le vois aussi.\n\nLe dim. 22 nov. 2026 à 21:16, Buurtwacht Vogelbuurt <\nbuurtwacht@buurtwacht.example> a écrit :\n\n{MARKED}",
        "Oui, je le vois aussi.",
    ),
    (
        "gmail-de",
        f"Ja, ich sehe ihn auch.\n\nAm So., 22. Nov. 2026 um 21:16 Uhr schrieb Buurtwacht Vogelbuurt <\nbuurtwacht@buurtwacht.example>:\n\n{MARKED}",
        "Ja, ich sehe ihn auch.",
    ),
    (
        "gmail-en",
        f"Yes, I see him too.\n\nOn Sun, Nov 22, 2026 at 9:16{NBSP}PM {OURS}\nwrote:\n\n{MARKED}",
        "Yes, I see him too.",
    ),
    ("gmail-app-nl", f"Hij loopt weg\n\nOp zo 22 nov 2026 21:16 schreef {OURS}:\n\n{MARKED}", "Hij loopt weg"),
    # Apple Mail on a telephone: its own line, then everything marked, the introduction too in newer versions.
    (
        "iphone-nl",
        f"Hij draagt een rode jas\n\nVerstuurd vanaf mijn iPhone\n\n> Op 22 nov 2026 om 21:16 heeft {OURS} het volgende geschreven:\n> \n> {BARE.splitlines()[0]}\n",
        "Hij draagt een rode jas",
    ),
    (
        "iphone-fr",
        f"Il porte une veste rouge\n\nEnvoyé de mon iPhone\n\n> Le 22 nov. 2026 à 21:16, {OURS} a écrit :\n> \n> Quelqu’un\n",
        "Il porte une veste rouge",
    ),
    (
        "iphone-de",
        f"Er trägt eine rote Jacke\n\nVon meinem iPhone gesendet\n\n> Am 22.11.2026 um 21:16 schrieb {OURS}:\n> \n> Jemand\n",
        "Er trägt eine rote Jacke",
    ),
    (
        "iphone-en",
        f"He wears a red coat\n\nSent from my iPhone\n\n> On 22 Nov 2026, at 21:16, {OURS} wrote:\n> \n> Somebody\n",
        "He wears a red coat",
    ),
    (
        "mac-nl",
        f"Staat nu bij nummer 12.\n\nGroet,\nAnna\n\n> Op 22 nov. 2026, om 21:16 heeft {OURS} het volgende geschreven:\n> \n{MARKED}",
        "Staat nu bij nummer 12.",
    ),
    # Outlook: no marks at all, only a heading.
    (
        "outlook-nl",
        f"Rode auto, kenteken niet gezien.\n\nMet vriendelijke groet,\n\nAnna de Vries\nLijsterstraat 4\n06-12345678\n\n________________________________\nVan: {OURS}\nVerzonden: zondag 22 november 2026 21:14\nAan: Anna de Vries <anna@voorbeeld.example>\nOnderwerp: 112 gebeld\n\n{BARE}",
        "Rode auto, kenteken niet gezien.",
    ),
    (
        "outlook-fr",
        f"Voiture rouge.\n\nCordialement,\nMarie\n\nDe : {OURS}\nEnvoyé : dimanche 22 novembre 2026 21:14\nÀ : Marie\nObjet : 101 appelé\n\n{BARE}",
        "Voiture rouge.",
    ),
    (
        "outlook-de",
        f"Rotes Auto.\n\nMit freundlichen Grüßen\nJürgen Weiß\n\nVon: {OURS}\nGesendet: Sonntag, 22. November 2026 21:14\nAn: Jürgen\nBetreff: 112 angerufen\n\n{BARE}",
        "Rotes Auto.",
    ),
    (
        "outlook-en",
        f"Red car.\n\nKind regards,\nAnn\n\nFrom: {OURS}\nSent: Sunday, November 22, 2026 9:14 PM\nTo: Ann\nSubject: 112 called\n\n{BARE}",
        "Red car.",
    ),
    (
        "outlook-stars",
        f"Red car.\n\n*From:* {OURS}\n*Sent:* Sunday, November 22, 2026 9:14 PM\n*To:* Ann\n*Subject:* 112 called\n\n{BARE}",
        "Red car.",
    ),
    (
        "outlook-app-nl",
        f"Hij is weg.\n\nOutlook voor Android downloaden<https://aka.ms/x>\n________________________________\nFrom: {OURS}\nSent: Sunday, November 22, 2026 9:14:00 PM\nTo: anna\nSubject: 112 gebeld\n\n{BARE}",
        "Hij is weg.",
    ),
    # Thunderbird: the cursor stands below what is answered, and many write there.
    (
        "thunderbird-nl-below",
        f"Op 22-11-2026 om 21:14 schreef {OURS}:\n{MARKED}\nIk kijk vanuit huis.\n\n-- \nAnna de Vries\n",
        "Ik kijk vanuit huis.",
    ),
    ("thunderbird-fr", f"Je regarde.\n\nLe 22/11/2026 à 21:14, {OURS} a écrit :\n{MARKED}", "Je regarde."),
    ("thunderbird-de", f"Ich schaue.\n\nAm 22.11.26 um 21:14 schrieb {OURS}:\n{MARKED}", "Ich schaue."),
    (
        "thunderbird-en-between",
        f"On 22/11/2026 21:14, {OURS} wrote:\n> Is it the red car?\nYes.\n> Which way?\nTo the park.\n",
        "Yes.\nTo the park.",
    ),
    # Others, and what is not there.
    (
        "samsung-nl",
        f"Ja\n\nVerzonden vanaf mijn Galaxy\n\n-------- Oorspronkelijk bericht --------\nVan: {OURS}\nDatum: 22-11-2026\n{BARE}",
        "Ja",
    ),
    (
        "forward-nl",
        "Kijk hier eens naar\n\n---------- Forwarded message ---------\nVan: Buurman <b@x.example>\n\nGeheim\n",
        "Kijk hier eens naar",
    ),
    (
        "forward-apple",
        "Zie hieronder\n\nBegin doorgestuurd bericht:\n\n> Van: Buurman <b@x.example>\n> Geheim\n",
        "Zie hieronder",
    ),
    ("only-quote", f"\nOp zo 22 nov 2026 om 21:16 schreef {OURS}:\n\n{MARKED}", ""),
    ("nothing-quoted", "Alleen dit.", "Alleen dit."),
    # What must stay: words that look like a signature or a heading.
    (
        "thanks",
        "Hij loopt weg.\nBedankt, maar hij komt nu terug met een tang.\n- rode jas\n- zwarte pet",
        "Hij loopt weg.\nBedankt, maar hij komt nu terug met een tang.\n- rode jas\n- zwarte pet",
    ),
    (
        "greeting-in-between",
        "Groeten,\nwacht: hij klimt nu over de schutting van nummer 12.",
        "Groeten,\nwacht: hij klimt nu over de schutting van nummer 12.",
    ),
    (
        "after-the-greeting",
        "Er staat iemand.\n\nMet vriendelijke groet,\nAnna\n\nPS hij heeft nu een ladder bij zich en loopt naar de achterdeur.",
        "Er staat iemand.\n\nMet vriendelijke groet,\nAnna\n\nPS hij heeft nu een ladder bij zich en loopt naar de achterdeur.",
    ),
    (
        "from-to",
        "Van: links naar rechts liep hij.\nOp 3 meter van de deur: een fiets.",
        "Van: links naar rechts liep hij.\nOp 3 meter van de deur: een fiets.",
    ),
    (
        "route",
        "Van: het park\nAan: de overkant staat er nog een",
        "Van: het park\nAan: de overkant staat er nog een",
    ),
    ("wrote", "Op de muur stond iets, hij schreef:\n12-AB-3C", "Op de muur stond iets, hij schreef:\n12-AB-3C"),
    (
        "phone-in-a-sentence",
        "Verstuurd via de achterdeur, zei hij, en toen rende hij weg.",
        "Verstuurd via de achterdeur, zei hij, en toen rende hij weg.",
    ),
]
