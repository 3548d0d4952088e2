# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The room that knows all others: settings, urls and commands."""

    name = "buurtwacht.config"
