# SPDX-License-Identifier: EUPL-1.2
"""The words of a mail that was only sent as a web page, up to where it quotes ours.

Not with the standard library's parser: it needs minutes for a page that was made to keep it busy.
"""

import re
from html import unescape

HIDDEN = ("script", "style", "head", "title", "template", "noscript", "svg")
BREAKS = ("br", "hr", "p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "pre", "section", "article")
MANY_LINES = re.compile(r"\n{3,}")
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


TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})\b([^<>]*)>", re.IGNORECASE)
OTHER = re.compile(r"<[!?][^<>]*>")
COMMENT, COMMENT_END = "<!--", "-->"


def plain(page: str) -> str:
    """Its words, a line for each block. People who write pages write above what they answer."""
    found: list[str] = []
    hidden = 0
    at = 0
    page = OTHER.sub("", _without_comments(page))
    for tag in TAG.finditer(page):
        if not hidden:
            found.append(_words(page[at : tag.start()]))
        at = tag.end()
        name, is_end = tag[2].lower(), bool(tag[1])
        if not is_end and _begins_a_quote(name, tag[3].lower()):
            break
        if name in HIDDEN:
            hidden = max(0, hidden - 1) if is_end else hidden + 1
        if name in BREAKS:
            found.append("\n")
    else:
        found.append("" if hidden else _words(page[at:]))
    lines = (" ".join(line.split()) for line in "".join(found).split("\n"))
    return MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _begins_a_quote(name: str, attributes: str) -> bool:
    return any(mark in attributes for mark in QUOTES) or (name == "blockquote" and "cite" in attributes)


def _words(text: str) -> str:
    return unescape(text).replace("\n", " ").replace("\r", " ")


def _without_comments(page: str) -> str:
    """Outlook hides whole pages in them."""
    kept: list[str] = []
    at = 0
    while (start := page.find(COMMENT, at)) >= 0:
        kept.append(page[at:start])
        end = page.find(COMMENT_END, start)
        if end < 0:
            return "".join(kept)
        at = end + len(COMMENT_END)
    return "".join([*kept, page[at:]])
