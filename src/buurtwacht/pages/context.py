# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """What the frame around every page needs."""
    return {"demo": settings.DEMO}
