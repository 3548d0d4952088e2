# SPDX-License-Identifier: EUPL-1.2
"""A small part of Markdown, made into HTML that is safe whatever somebody typed.

Known are: paragraphs, "## " and "### " headings, "- " and "1. " lists, **bold**, *italic*, and [words](address) with an
address on this site, on the web, of a mailbox or of a telephone. Everything else stays the text that it is: there is no
way to write HTML.
"""

import re
from collections.abc import Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_BLANK = re.compile(r"\n[ \t]*\n+")
_HEADING = re.compile(r"^(#{1,3})\s+(.+)$")
_BULLET = re.compile(r"^[-*]\s+(.+)$")
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+(.+)$")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+)\*\*")
_ITALIC = re.compile(r"(?<![*\w])\*(?=\S)([^*\n]+)\*(?![*\w])")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\(([^()\s]{1,500})\)")
_ADDRESS = re.compile(r"^(?:https?://\w|mailto:[^\s<>]+@|tel:\+?\d|/(?![/\\]))", re.I)


def html_of(text: str) -> SafeString:
    """The text as HTML, with the classes of our headings and paragraphs."""
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    blocks = [html for block in _BLANK.split(text) if block.strip() for html in _block(block.strip().split("\n"))]
    return mark_safe("\n".join(blocks))  # noqa: S308 - every part of it was escaped in `_inline`


def _block(lines: list[str]) -> Iterator[str]:
    """One block of lines without a blank between them: runs of headings, list items and plain lines."""
    run: list[str] = []
    kind = ""
    for line in (line.strip() for line in lines):
        this, words = _kind(line)
        if run and (this != kind or this.startswith("h")):
            yield _closed(kind, run)
            run = []
        kind = this
        run.append(words)
    if run:
        yield _closed(kind, run)


def _kind(line: str) -> tuple[str, str]:
    if heading := _HEADING.match(line):
        return ("h3" if len(heading[1]) == 3 else "h2"), heading[2]
    if bullet := _BULLET.match(line):
        return "ul", bullet[1]
    if number := _NUMBER.match(line):
        return "ol", number[1]
    return "p", line


def _closed(kind: str, run: list[str]) -> str:
    if kind in ("ul", "ol"):
        items = "".join(f"<li>{_inline(words)}</li>" for words in run)
        return f'<{kind} class="bw-text-list">{items}</{kind}>'
    if kind == "p":
        return f'<p class="utrecht-paragraph">{"<br>".join(_inline(words) for words in run)}</p>'
    return f'<{kind} class="utrecht-heading-{kind[1]}">{_inline(run[0])}</{kind}>'


def _inline(words: str) -> str:
    safe = _BOLD.sub(r"<strong>\1</strong>", escape(words))
    safe = _ITALIC.sub(r"<em>\1</em>", safe)
    return _LINK.sub(_link, safe)


def _link(match: re.Match[str]) -> str:
    """A link, when its address is one that cannot do harm; else the text as it was typed."""
    words, address = match[1], match[2]
    is_whole = all(words.count(f"<{tag}>") == words.count(f"</{tag}>") for tag in ("em", "strong"))
    if not _ADDRESS.match(address) or "<" in address or not is_whole:
        return match[0]
    away = "" if address.startswith("/") else ' rel="noopener noreferrer"'
    return f'<a class="utrecht-link" href="{address}"{away}>{words}</a>'
