# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "buurtwacht.channels"
