# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from . import views

DESK = "bureau/<slug:slug>/groep/uitsluitingen/"

urlpatterns = [
    path(DESK, views.bans, name="desk_bans"),
    path(f"{DESK}<uuid:ban_id>/", views.end, name="desk_ban_end"),
    path(f"{DESK}gezien/<uuid:shared_id>/", views.settle, name="desk_ban_shared"),
]
