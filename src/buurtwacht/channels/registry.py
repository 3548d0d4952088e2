# SPDX-License-Identifier: EUPL-1.2
"""The channels of this installation, as `settings.CHANNELS` lists them."""

from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from .base import Channel


@cache
def channels() -> dict[str, Channel]:
    """Each channel by its kind, one object per process, in the order of the settings."""
    made: list[Channel] = [import_string(path)() for path in settings.CHANNELS]
    return {channel.kind: channel for channel in made}


def kinds_heard_by(kind: str) -> list[str]:
    """This kind, and those whose conversations come in with it: one account may serve persons and rooms."""
    return [kind, *(other for other, channel in channels().items() if channel.heard_by == kind)]


def _forget(*, setting: str, **_: object) -> None:
    """Tests change settings; the program itself never does."""
    if setting == "CHANNELS":
        channels.cache_clear()


setting_changed.connect(_forget, dispatch_uid="channels.registry")
