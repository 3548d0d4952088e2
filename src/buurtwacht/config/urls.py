# SPDX-License-Identifier: EUPL-1.2
from django.urls import include, path

# Tried from above: the pages that people open at night come first.
urlpatterns = [
    path("", include("buurtwacht.reports.urls")),
    path("", include("buurtwacht.pages.urls")),
    path("", include("buurtwacht.alerts.urls")),
    path("", include("buurtwacht.delivery.urls")),
    path("", include("buurtwacht.dossiers.urls")),
    path("", include("buurtwacht.enrolment.urls")),
    path("", include("buurtwacht.groups.urls")),
    path("", include("buurtwacht.insight.urls")),
    path("", include("buurtwacht.live.urls")),
    path("", include("buurtwacht.moderation.urls")),
    path("", include("buurtwacht.outreach.urls")),
    path("", include("buurtwacht.people.urls")),
]

handler500 = "buurtwacht.pages.views.broken"
