# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import asking, desk, paper

OFFICE = "gemeente/<slug:organisation>/verzoeken"

urlpatterns = [
    path("uw-rechten/", asking.rights, name="rights"),
    path("uw-rechten/<slug:organisation>/", asking.ask, name="rights_ask"),
    path("uw-rechten/code/<str:token>/", asking.code, name="rights_code"),
    path(f"{OFFICE}/", desk.requests, name="rights_requests"),
    path(f"{OFFICE}/brief/", paper.enter, name="rights_letter"),
    path(f"{OFFICE}/<uuid:request_id>/", desk.request_page, name="rights_request"),
    path(f"{OFFICE}/<uuid:request_id>/brief/", paper.letter, name="rights_print"),
    path(f"{OFFICE}/<uuid:request_id>/melding/<uuid:report_id>/", desk.report, name="rights_report"),
]
