# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from . import views

urlpatterns = [
    path("live/token", views.fresh_token, name="live_token"),
]
