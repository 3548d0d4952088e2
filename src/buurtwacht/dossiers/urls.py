# SPDX-License-Identifier: EUPL-1.2
from django.urls import path, register_converter
from django.urls.converters import StringConverter

from .views import coordinator, excerpt, old_group, police


class FileKind(StringConverter):
    """What can be downloaded of a dossier."""

    regex = "zip|pdf|json"


register_converter(FileKind, "file_kind")

app_name = "dossiers"
urlpatterns = [
    path("bureau/<slug:slug>/oude-groep/", old_group.old_group, name="old_group"),
    path("bureau/<slug:slug>/meldingen/<uuid:report_id>/dossier/", coordinator.begin, name="begin"),
    path("bureau/<slug:slug>/dossiers/<uuid:dossier_id>/", coordinator.review, name="review"),
    path("bureau/<slug:slug>/dossiers/<uuid:dossier_id>/gesprek/", excerpt.excerpt, name="excerpt"),
    path("bureau/<slug:slug>/dossiers/<uuid:dossier_id>/volgen/", coordinator.follow, name="follow"),
    path("bureau/<slug:slug>/dossiers/<uuid:dossier_id>/opnieuw/", coordinator.send_again, name="send_again"),
    path("bureau/<slug:slug>/dossiers/<uuid:dossier_id>/vragen/", coordinator.ask_again, name="ask_again"),
    path("bureau/<slug:slug>/dossiers/<uuid:dossier_id>/niet-nodig/", coordinator.set_aside, name="set_aside"),
    path("politie/", police.desk, name="desk"),
    path("politie/open/<str:token>/", police.open_dossier, name="open"),
    path("politie/uitkomst/<str:token>/", police.outcome, name="outcome"),
    path("politie/dossiers/<uuid:dossier_id>/", police.read, name="read"),
    path("politie/dossiers/<uuid:dossier_id>/kenmerk/", police.reference, name="reference"),
    path("politie/dossiers/<uuid:dossier_id>.<file_kind:kind>", police.download, name="download"),
]
