# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "buurtwacht.groups"
