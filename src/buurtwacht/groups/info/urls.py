# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import desk, offer, read

urlpatterns = [
    path("groepen/<slug:slug>/info/", read.read, name="group_info"),
    path("bureau/<slug:slug>/info/", desk.notes, name="desk_info"),
    path("bureau/<slug:slug>/info/nieuw/", desk.write, name="desk_info_new"),
    path("bureau/<slug:slug>/info/<uuid:note_id>/", desk.change, name="desk_info_note"),
    path("bureau/<slug:slug>/info/<uuid:note_id>/besluit/", desk.decide, name="desk_info_decide"),
    path("politie/<slug:slug>/info/", offer.by_officer, name="officer_info"),
    path("gemeente/<slug:slug>/info/", offer.by_official, name="official_info"),
]
