# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed so far, so that nothing is lost on going back. On the server, encrypted, and for one day."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from buurtwacht.enrolment.codes import Sent
from buurtwacht.lib.crypto import Unreadable, decrypt, encrypt

KEY = "applying"
KEPT_FOR = timedelta(days=1)
NEVER_KEPT = frozenset({"national_number", "csrfmiddlewaretoken"})


@dataclass(slots=True)
class Draft:
    """The form as it was typed, and the application that came of it.

    `application` is empty when the address was known already; then `decoy` answers for the code that was not sent, so
    that a stranger sees no difference.
    """

    values: dict[str, str] = field(default_factory=dict)
    slug: str = ""  # of the group that was applied to; empty until the form was right
    application: str = ""
    decoy: Sent | None = None
    begun_at: float = 0.0  # seconds since 1970

    @property
    def application_id(self) -> UUID | None:
        return UUID(self.application) if self.application else None


def draft_of(request: HttpRequest) -> Draft:
    """What this visitor typed before; an empty draft when that is nothing, or longer ago than a day."""
    sealed = request.session.get(KEY)
    if not isinstance(sealed, str):
        return Draft()
    try:
        draft = Draft(**json.loads(decrypt(b64decode(sealed))))
    except (Unreadable, ValueError, TypeError):
        return Draft()
    return draft if timezone.now().timestamp() - draft.begun_at < KEPT_FOR.total_seconds() else Draft()


def keep(request: HttpRequest, draft: Draft) -> None:
    """Keep it for this visitor. The session of somebody who is not signed in goes with it after a day."""
    draft.begun_at = draft.begun_at or timezone.now().timestamp()
    request.session[KEY] = b64encode(encrypt(json.dumps(asdict(draft)).encode())).decode()
    if not request.user.is_authenticated:
        request.session.set_expiry(KEPT_FOR)


def typed_in(data: Any, names: tuple[str, ...]) -> dict[str, str]:
    """Of a form that was sent, what may be kept: never the national number."""
    return {name: str(data[name])[:300] for name in names if name in data and name not in NEVER_KEPT}


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
