# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from .registry import channels


@register("channels")
def settings_of_channels(app_configs: Sequence[Any] | None = None, **_: Any) -> list[CheckMessage]:
    """What `buurtwacht check` says about the settings of each channel, and what keeps the program from starting."""
    found = [(kind, words) for kind, channel in channels().items() for words in channel.problems()]
    return [Error(words, id=f"channels.{kind}") for kind, words in found]
