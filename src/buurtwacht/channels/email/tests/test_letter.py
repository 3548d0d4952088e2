# SPDX-License-Identifier: EUPL-1.2
"""What stands in a letter, and in which order."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any

import pytest

from buurtwacht.channels.contract import LINK, make_message
from buurtwacht.channels.email.letter import letter

FARID = "farid@voorbeeld.example"
MAIL = {
    "subject": "112 gebeld 21:14: er wordt aan achterpoorten gevoeld, Lijsterstraat",
    "emergency_line": "112 is gebeld om 21:14. Bel alleen bij nieuwe informatie.",
    "body": "In de brandgang voelt iemand aan achterpoorten.\n\nDe beschrijving staat op de meldingspagina.",
    "name": "Farid",
    "group_name": "Vogelbuurt",
    "unsubscribe_url": "https://buurtwacht.example/minder-mail/token/",
}


class Words(HTMLParser):
    """The words of a page, and everything that it fetches."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.fetched: list[str] = []
        self.is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_style = tag == "style"
        self.fetched += [f"{tag} {name}" for name, _ in attrs if name in ("src", "srcset", "background")]
        self.fetched += [tag] if tag in ("link", "script", "img", "iframe") else []

    def handle_endtag(self, tag: str) -> None:
        self.is_style = False

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.is_style:
            self.found.append(" ".join(data.split()))


def made(address: str = FARID, **changes: Any) -> EmailMessage:
    raw = letter(make_message(**changes), address).message().as_bytes()
    found = message_from_bytes(raw, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def parts(found: EmailMessage) -> tuple[str, str]:
    plain, html = (part.get_content() for part in found.iter_parts())
    return plain, html


def test_an_alarm_in_plain_text():
    plain, _ = parts(made(extra={"mail": MAIL, "emergency_number": "112"}))
    assert plain.strip() == (
        "112 is gebeld om 21:14. Bel alleen bij nieuwe informatie.\n\n"
        "Beste Farid,\n\n"
        "In de brandgang voelt iemand aan achterpoorten.\n\n"
        "De beschrijving staat op de meldingspagina.\n\n"
        f"Bekijk de melding:\n{LINK}\n\n"
        "Direct gevaar? Bel 112.\n\n"
        "-- \n"
        "Antwoord niet op deze mail: niemand leest de antwoorden.\n"
        "U krijgt deze mail omdat u lid bent van de groep Vogelbuurt.\n"
        "Minder mail: https://buurtwacht.example/minder-mail/token/"
    )


def test_the_page_says_what_the_text_says_and_fetches_nothing():
    plain, html = parts(made(extra={"mail": MAIL}))
    words = Words()
    words.feed(html)
    assert words.fetched == []
    title, *shown = words.found
    assert title == MAIL["subject"]
    assert shown[0] == MAIL["emergency_line"]
    for said in shown:
        assert said in " ".join(plain.split())


def test_the_emergency_number_comes_first_in_every_letter():
    plain, html = parts(made(urgency="digest", title="Deze week", extra={"emergency_number": "101"}))
    assert plain.startswith("Direct gevaar? Bel 101.")
    assert html.index("Bel 101") < html.index("Open Buurtwacht")
    assert plain.count("101") == 1


def test_a_letter_speaks_the_language_of_its_reader():
    plain, html = parts(made(language="fr", extra={"mail": {"group_name": "Ixelles"}}))
    assert "Voir le signalement" in plain
    assert '<html lang="fr">' in html


def test_nothing_that_a_neighbour_wrote_becomes_markup_or_a_header():
    nasty = {"name": "<b>Farid</b>", "group_name": 'Vogel\r\nBcc: x@evil.example "buurt"'}
    found = made(title="Alarm\r\nBcc: x@evil.example", body="<script>alert(1)</script>", extra={"mail": nasty})
    _, html = parts(found)
    assert found["bcc"] is None
    assert found["subject"] == "Alarm Bcc: x@evil.example"
    assert "<script>" not in html
    assert "<b>Farid" not in html


def test_it_comes_from_the_group():
    assert str(made(extra={"mail": MAIL})["from"]) == "Buurtwacht Vogelbuurt <buurtwacht@buurtwacht.example>"
    assert str(made()["from"]) == "Buurtwacht <buurtwacht@buurtwacht.example>"


def test_letters_about_one_report_stand_together():
    first, second = made(title="112 gebeld"), made(title="Afgesloten", urgency="update")
    other = made(topic="report-8")
    assert first["references"] == second["references"] == second["in-reply-to"]
    assert first["message-id"] != second["message-id"]
    assert other["references"] != first["references"]
    assert made(topic="")["references"] is None


def test_a_letter_that_is_sent_again_has_the_same_name():
    assert made()["message-id"] == made()["message-id"]
    assert made()["message-id"] != made("anna@voorbeeld.example")["message-id"]
    assert re.fullmatch(r"<[0-9a-f]{40}@[a-z.]+>", made()["message-id"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "OOF, AutoReply"),
        ("List-Id", "<vogelbuurt.localhost>"),
        ("List-Unsubscribe", "<https://buurtwacht.example/minder-mail/token/>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("Importance", "high"),
        ("Content-Language", "nl"),
    ],
)
def test_machines_on_the_way_are_told_what_it_is(name, value):
    assert made(extra={"group": "vogelbuurt", "mail": MAIL})[name] == value


def test_without_a_link_of_the_reader_the_page_with_choices_is_given():
    found = made(urgency="notice")
    assert found["list-unsubscribe"].endswith("/mijn/telefoon/>")
    assert found["list-unsubscribe-post"] is None
    assert found["importance"] is None
