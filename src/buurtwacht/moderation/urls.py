# SPDX-License-Identifier: EUPL-1.2
from django.urls import include, path

PARTS = ("flagging", "cases", "appeals", "bans", "leaks")

urlpatterns = [path("", include(f"buurtwacht.moderation.{part}.urls")) for part in PARTS]
