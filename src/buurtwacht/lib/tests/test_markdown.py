# SPDX-License-Identifier: EUPL-1.2
import re
from html.parser import HTMLParser

import pytest

from buurtwacht.lib.markdown import html_of
from buurtwacht.testing.nasty import nasty_strings

TAGS = {"p", "br", "h2", "h3", "ul", "ol", "li", "strong", "em", "a"}


class Reader(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def seen(text: str) -> Reader:
    reader = Reader()
    reader.feed(html_of(text))
    return reader


def test_headings_lists_and_paragraphs():
    html = html_of("## Samen\n\nEen regel\nen nog een.\n\n- een\n- **twee**\n\n1. eerst\n2. dan\n\n### Klein")

    assert re.findall(r"<(\w+)", html) == ["h2", "p", "br", "ul", "li", "li", "strong", "ol", "li", "li", "h3"]


@pytest.mark.parametrize(
    "address", ["https://voorbeeld.example/a?b=1&c=2", "/hoe-werkt-het/", "mailto:vraag@voorbeeld.example", "tel:112"]
)
def test_a_link_to_a_page_a_mailbox_or_a_number(address):
    reader = seen(f"Lees [meer hierover]({address}).")

    assert ("href", address) in reader.attributes


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//elders.example", "/\\elders.example", "JaVaScript:x", "x"]
)
def test_an_address_that_could_do_harm_stays_text(address):
    reader = seen(f"[klik]({address})")

    assert reader.tags == ["p"]


@pytest.mark.parametrize("frame", ["{}", "## {}", "- {}", "**{}**", "[{}](https://voorbeeld.example)", "[x]({})"])
def test_nothing_that_anybody_types_becomes_other_html(frame):
    for nasty in nasty_strings():
        reader = seen(frame.format(nasty))

        assert set(reader.tags) <= TAGS
        assert {name for name, _ in reader.attributes} <= {"class", "href", "rel"}
        for name, value in reader.attributes:
            if name == "href":
                assert re.match(r"https?://|mailto:|tel:|/[^/\\]|/$", value or "", re.I)


def test_a_text_that_never_ends_is_read_in_no_time():
    assert len(html_of("*" * 50_000 + "[" * 50_000 + "(" * 50_000)) >= 150_000
