# SPDX-License-Identifier: EUPL-1.2
from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("buurtwacht.pages.urls")),
]

handler500 = "buurtwacht.pages.views.broken"
