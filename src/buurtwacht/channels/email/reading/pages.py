# SPDX-License-Identifier: EUPL-1.2
"""The words of a mail that was only sent as a web page, up to where it quotes ours."""

from html.parser import HTMLParser

HIDDEN = ("script", "style", "head", "title", "template", "noscript", "svg")
BLOCKS = ("p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "pre", "section", "article")
# What mail programs put around, or in front of, the letter that is answered.
QUOTES = (
    "gmail_quote",
    "moz-cite-prefix",
    "yahoo_quoted",
    "protonmail_quote",
    "divrplyfwdmsg",
    "appendonsend",
    "mail-editor-reference-message-container",
    "x_appendonsend",
    "olk_src_body_section",
)


class _Reader(HTMLParser):
    """Collects words. From a quote on, the rest is left out: people who write pages write above it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden = 0
        self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marks = " ".join(str(value).lower() for name, value in attrs if name in ("id", "class", "type"))
        if any(mark in marks for mark in QUOTES) or (tag == "blockquote" and "cite" in marks):
            self._is_over = True
        if tag in HIDDEN:
            self._hidden += 1
        if tag in BLOCKS or tag in ("br", "hr"):
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden and not self._is_over:
            self.found.append(" ".join(data.split(" ")).replace("\n", " ").replace("\r", " "))


def plain(page: str) -> str:
    """Its words, a line for each block."""
    reader = _Reader()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError):  # a page that is no page: what was read until there
        pass
    lines = [" ".join(line.split()) for line in "".join(reader.found).split("\n")]
    return "\n".join(lines).strip()
