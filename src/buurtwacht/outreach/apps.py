# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "buurtwacht.outreach"
