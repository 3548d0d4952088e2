# SPDX-License-Identifier: EUPL-1.2
"""Names for letters (RFC 5322, section 3.6.4) that stay the same when a letter is sent again."""

import re
from urllib.parse import urlsplit

from django.conf import settings

from buurtwacht.channels.base import Message
from buurtwacht.lib.crypto import fingerprint

CHARACTERS = 40  # 160 bits


def domain() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def message_id(message: Message, address: str) -> str:
    """The same letter to the same reader has the same name, so that a mail server can drop a double one."""
    what = (message.reference, message.topic, message.title, message.body, message.url, address)
    return _name("letter", "\0".join(what))


def is_ours(name: str) -> bool:
    """Did we give a letter this name, as far as one can see?"""
    return bool(re.fullmatch(rf"<[0-9a-f]{{{CHARACTERS}}}@{re.escape(domain())}>", name.strip()))


def thread_id(message: Message, address: str) -> str:
    """The name of a first letter that is never sent: whatever refers to it stands together in a mailbox."""
    return _name("thread", "\0".join((message.topic, address)))


def _name(purpose: str, text: str) -> str:
    return f"<{fingerprint(text, f'email:{purpose}')[:CHARACTERS]}@{domain()}>"
