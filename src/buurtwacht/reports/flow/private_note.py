# SPDX-License-Identifier: EUPL-1.2
"""Which words were left out of a report, for its writer and nobody else: encrypted, in their own session only.

The entry cannot hold them: the police and the dossier read it whole.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import MutableMapping
from typing import Any
from uuid import UUID

from buurtwacht.lib.crypto import Unreadable, decrypt, encrypt

KEY = "left_out"


def keep_words(session: MutableMapping[str, Any], report_id: UUID, words: tuple[str, ...]) -> None:
    """Those of the last report; what was kept of an earlier one goes."""
    told = json.dumps([str(report_id), *words]).encode()
    session[KEY] = b64encode(encrypt(told)).decode()


def kept_words(session: MutableMapping[str, Any], report_id: UUID) -> tuple[str, ...]:
    """What was left out of this report; nothing for any other one."""
    try:
        told = json.loads(decrypt(b64decode(session.get(KEY, ""))))
    except (Unreadable, ValueError, TypeError):
        return ()
    return tuple(told[1:]) if told[:1] == [str(report_id)] else ()
