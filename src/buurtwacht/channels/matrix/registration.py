# SPDX-License-Identifier: EUPL-1.2
"""The file with which a homeserver knows us. Every string in it is JSON, which YAML reads as well."""

import json
import re

from django.conf import settings

from .names import APPSERVICE, BOT, RESERVED


def registration(as_token: str, hs_token: str) -> str:
    """The text of the registration file. Whoever reads the tokens in it can speak for us."""
    server = re.escape(settings.MATRIX_SERVER_NAME)
    users, aliases = f"@{RESERVED}.*:{server}", f"#{RESERVED}.*:{server}"
    lines = [
        f"id: {_quoted(APPSERVICE)}",
        f"url: {_quoted(f'{settings.SITE_URL}/kanaal/matrix')}",
        f"as_token: {_quoted(as_token)}",
        f"hs_token: {_quoted(hs_token)}",
        f"sender_localpart: {_quoted(BOT)}",
        "rate_limited: false",
        "receive_ephemeral: false",
        "namespaces:",
        f"  users: [{{exclusive: true, regex: {_quoted(users)}}}]",
        f"  aliases: [{{exclusive: true, regex: {_quoted(aliases)}}}]",
        "  rooms: []",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text)
