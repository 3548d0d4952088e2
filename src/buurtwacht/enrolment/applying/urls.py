# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import apply, change, confirm, phone, status

urlpatterns = [
    path("aanmelden/<slug:slug>/", apply.apply, name="apply"),
    path("aanmelden/<slug:slug>/bevestigen/", confirm.code, name="apply_confirm"),
    path("aanmelden/<slug:slug>/bevestigen/opnieuw/", confirm.send_again, name="apply_send_again"),
    path("aanmelding/gestopt/", status.stopped, name="application_stopped"),
    path("aanmelding/<str:token>/", status.status, name="application_status"),
    path("aanmelding/<str:token>/bevestigen/", confirm.by_link, name="application_confirm"),
    path("aanmelding/<str:token>/gegevens/", change.change, name="application_change"),
    path("aanmelding/<str:token>/stoppen/", status.stop, name="application_stop"),
    path("aanmelding/<str:token>/telefoon/", phone.phone, name="application_phone"),
]
