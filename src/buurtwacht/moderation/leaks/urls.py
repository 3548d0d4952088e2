# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from . import views

DESK = "bureau/<slug:slug>/lek/"

urlpatterns = [
    path(DESK, views.leak, name="desk_leak"),
    path(f"{DESK}<uuid:report_id>/", views.report, name="desk_leak_report"),
    path(f"{DESK}namen/<uuid:look_id>/", views.look, name="desk_leak_look"),
]
