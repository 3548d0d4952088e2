# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from . import views
from .proof import views as proof
from .relay import views as relay

urlpatterns = [
    path("bureau/<slug:slug>/meldingen/<uuid:report_id>/oude-groep/", views.old_group, name="report_old_group"),
    path("bureau/<slug:slug>/proefalarm/", proof.desk, name="desk_test_alarm"),
    path("bureau/<slug:slug>/proefalarm/certificaat/", proof.certificate, name="desk_test_certificate"),
    path("bureau/<slug:slug>/proefalarm/nu/", proof.hold, name="desk_test_hold"),
    path("doorgeven/<uuid:relay_id>/", relay.answer, name="relay"),
    path("meldingen/<uuid:report_id>/antwoord/", views.answer, name="alert_answer"),
    path("meldingen/<uuid:report_id>/bereik/", views.totals, name="alert_reach"),
    path("meldingen/<uuid:report_id>/klok/", views.clock, name="alert_clock"),
    path("meldingen/<uuid:report_id>/doorgeven/", relay.ask, name="report_pass_on"),
]
