# SPDX-License-Identifier: EUPL-1.2
"""What stands below somebody's words: a name, a firm, "sent from my phone"."""

import re

MOST_LINES = 8  # of a signature without the line that says so
MOST_WORDS = 8  # of "Sent from my …"
LONGEST_LINE = 80  # characters of a line in it

DASHES = re.compile(r"--\s?$")
PHONE = re.compile(
    r"(verzonden|verstuurd|gestuurd) (vanaf|met|via|vanuit) |envoyé (de|depuis|à partir|avec) |gesendet (von|mit|aus) |"
    r"von meinem \w+ gesendet|sent (from|with|via) |get outlook for |outlook voor |télécharge[rz] outlook|"
    r"outlook für |obtenir outlook|(download|haal) outlook ",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"(met (vriendelijke|hartelijke|beste) groet(en)?|m\.?v\.?g\.?|(vriendelijke|hartelijke) groet(en)?|groet(en|jes)?|"
    r"(bien )?cordialement|bien à (vous|toi)|(meilleures )?salutations|mit (freundlichen|besten|lieben) grüßen|"
    r"(viele|liebe|beste|herzliche|schöne) grüße|mfg|lg|gruß|(kind|best|warm) regards|regards|cheers)"
    r"[ ,.!]*( van)?( [\w’'. -]{1,30})?[,.]?$",
    re.IGNORECASE,
)


def unsigned(text: str) -> str:
    """The text without it. What follows a greeting stays when it reads like a sentence."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if DASHES.match(line) or (_is_by_a_phone(line.strip()) and _is_the_end(lines[at:])):
            lines = lines[:at]
            break
    for at, line in enumerate(lines):
        if at and GREETING.match(line.strip()) and _is_the_end(lines[at:]):
            return "\n".join(lines[:at]).strip()
    return "\n".join(lines).strip()


def _is_by_a_phone(line: str) -> bool:
    """ "Sent from my telephone", and not a sentence that begins like it."""
    return bool(PHONE.match(line)) and len(line.split()) <= MOST_WORDS and "," not in line


def _is_the_end(lines: list[str]) -> bool:
    """Is what follows short lines without a sentence in them?"""
    rest = [line.strip() for line in lines[1:] if line.strip()]
    return len(rest) <= MOST_LINES and not any(_is_a_sentence(line) for line in rest)


def _is_a_sentence(line: str) -> bool:
    """Words with a full stop behind them, or a long line."""
    return len(line) > LONGEST_LINE or (len(line.split()) > 3 and line.endswith((".", "!", "?")))
