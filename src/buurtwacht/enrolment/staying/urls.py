# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import leaving, moving, phone, renewing

urlpatterns = [
    path("blijven/<str:token>/", renewing.renew, name="renew"),
    path("bureau/<slug:slug>/leden/<uuid:membership_id>/doet-mee/", renewing.at_the_door, name="desk_renewal"),
    path("groepen/<slug:slug>/weggaan/", leaving.leave, name="leave"),
    path("mijn/gestopt/", leaving.left, name="left"),
    path("mijn/telefoonnummer/", phone.number, name="own_phone_number"),
    path("mijn/verhuizen/", moving.move, name="move"),
]
