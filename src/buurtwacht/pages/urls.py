# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import about, demo, desks, health, home, language, operator, pwa, subscription

urlpatterns = [
    path("", home.home, name="home"),
    path("beheer/kanalen/", operator.channels, name="operator_channels"),
    path("demo/", demo.players, name="demo"),
    path("demo/postvak/", demo.post_box, name="demo_mailbox"),
    path("demo/postvak/<uuid:mail_id>/", demo.letter, name="demo_letter"),
    path("demo/postvak/<uuid:mail_id>/<uuid:file_id>/", demo.file, name="demo_file"),
    path("demo/telefoon/<slug:key>/", demo.phone, name="demo_phone"),
    path("demo/telefoon/<slug:key>/sturen/", demo.text, name="demo_text"),
    path("demo/voorval/", demo.surprise, name="demo_surprise"),
    path("demo/worden/<slug:key>/", demo.become, name="demo_become"),
    path("gemeente/", desks.municipality, name="municipality"),
    path("gezondheid", health.health),
    path("gezondheid/", health.health, name="health"),
    path("hoe-werkt-het/", about.about, name="about"),
    path("manifest.webmanifest", pwa.manifest, name="manifest"),
    path("offline/", pwa.offline, name="offline"),
    path("privacy/", about.privacy, name="privacy"),
    path("service-worker.js", pwa.service_worker, name="service_worker"),
    path("service-worker/abonnement/", subscription.renew_subscription, name="renew_subscription"),
    path("taal/", language.language, name="language"),
    path("toezicht/", desks.oversight, name="oversight"),
    path("toezicht/<slug:slug>/", desks.oversight, name="oversight_of"),
    path("toegankelijkheid/", about.accessibility, name="accessibility"),
    path("vraag/", about.question, name="question"),
]
