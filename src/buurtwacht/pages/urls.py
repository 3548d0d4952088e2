# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import about, home, language, pwa

urlpatterns = [
    path("", home.home, name="home"),
    path("hoe-werkt-het/", about.about, name="about"),
    path("manifest.webmanifest", pwa.manifest, name="manifest"),
    path("privacy/", about.privacy, name="privacy"),
    path("taal/", language.language, name="language"),
    path("toegankelijkheid/", about.accessibility, name="accessibility"),
    path("vraag/", about.question, name="question"),
]
