# SPDX-License-Identifier: EUPL-1.2
from django.urls import include, path

from .views import shared, write

urlpatterns = [
    path("groepen/<slug:slug>/melden/", write.write, name="write_report"),
    path("meldingen/<uuid:report_id>/gedeeld/", shared.shared, name="report_shared"),
    path("", include("buurtwacht.reports.thread.urls")),
]
