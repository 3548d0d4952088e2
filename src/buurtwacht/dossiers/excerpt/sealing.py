# SPDX-License-Identifier: EUPL-1.2
"""Between looking and confirming, the page itself carries the messages, encrypted: nothing is stored on the way.

The seal is good for one dossier, one person and one hour.
"""

import base64
import binascii
import json
import zlib
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.crypto import Unreadable, decrypt, encrypt
from buurtwacht.lib.errors import DomainError

from .window import Said, plain, too_many

GOOD_FOR = timedelta(hours=1)
MOST_CHARACTERS = 900_000  # a form of more than a million bytes is refused


def sealed(lines: list[Said], *, dossier_id: UUID, person_id: UUID) -> str:
    """The messages, to stand in a form where nobody can read or change them."""
    until = (timezone.now() + GOOD_FOR).isoformat()
    data = {"for": [str(dossier_id), str(person_id)], "until": until, "lines": plain(lines)}
    seal = base64.b85encode(encrypt(zlib.compress(json.dumps(data, ensure_ascii=False).encode()))).decode()
    if len(seal) > MOST_CHARACTERS:
        raise too_many(len(lines))
    return seal


def unsealed(seal: str, *, dossier_id: UUID, person_id: UUID) -> list[Said]:
    """The messages again. Raises `DomainError` for a seal of another dossier, of somebody else, or too old."""
    try:
        data = json.loads(zlib.decompress(decrypt(base64.b85decode(seal.encode()))))
    except (ValueError, binascii.Error, Unreadable, zlib.error):
        data = {}
    if data.get("for") != [str(dossier_id), str(person_id)] or datetime.fromisoformat(data["until"]) < timezone.now():
        raise DomainError(_("This took too long. Nothing was kept. Choose the file once more."))
    return [Said(**line) for line in data["lines"]]
