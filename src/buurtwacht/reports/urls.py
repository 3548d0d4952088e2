# SPDX-License-Identifier: EUPL-1.2
from django.urls import include, path

from .views import info, shared, write

urlpatterns = [
    path("groepen/<slug:slug>/melden/", write.write, name="write_report"),
    path("groepen/<slug:slug>/melden/info/", info.tell, name="tell_in_info"),
    path("meldingen/<uuid:report_id>/gedeeld/", shared.shared, name="report_shared"),
    path("", include("buurtwacht.reports.thread.urls")),
]
