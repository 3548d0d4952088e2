# SPDX-License-Identifier: EUPL-1.2
"""What `buurtwacht check` says about the secrets."""

import os
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning, register

ALONE = (
    "BUURTWACHT_FIELD_KEY comes from the environment and BUURTWACHT_FINGERPRINT_KEY does not. Another machine, or this "
    "one after a field key was replaced, could make another fingerprint key: bans would end, and people would not be "
    "known by their addresses."
)
HINT = "Set BUURTWACHT_FINGERPRINT_KEY to what stands in secrets/buurtwacht_fingerprint_key of the data folder."


@register("secrets")
def keys_that_belong_together(app_configs: Sequence[Any] | None = None, **_: Any) -> list[CheckMessage]:
    """A field key from the environment without the fingerprint key beside it."""
    if "BUURTWACHT_FIELD_KEY" in os.environ and "BUURTWACHT_FINGERPRINT_KEY" not in os.environ:
        return [Warning(ALONE, hint=HINT, id="secrets.fingerprint_key")]
    return []
