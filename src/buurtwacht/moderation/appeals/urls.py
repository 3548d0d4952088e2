# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import judge, member, others, paper

urlpatterns = [
    path("mijn/zaken/", member.cases, name="own_cases"),
    path("mijn/zaak/<uuid:case_id>/", member.own, name="own_case"),
    path("mijn/zaak/<uuid:case_id>/bezwaar/<uuid:measure_id>/", member.own_appeal, name="own_appeal"),
    path("mijn/zaak/<uuid:case_id>/bezwaar/<uuid:measure_id>/bezwaar.pdf", member.own_copy, name="own_appeal_pdf"),
    path("zaak/<str:token>/bezwaar/<uuid:measure_id>/bezwaar.pdf", member.copy_by_link, name="appeal_pdf_by_link"),
    path("zaak/<str:token>/", member.by_link, name="case_by_link"),
    path("zaak/<str:token>/bezwaar/<uuid:measure_id>/", member.appeal_by_link, name="appeal_by_link"),
    path("bezwaren/", judge.bench, name="appeals"),
    path("bezwaar/op-papier/", paper.note, name="appeal_on_paper"),
    path("bezwaar/<uuid:appeal_id>/", judge.appeal, name="appeal"),
    path("bezwaar/<uuid:appeal_id>/overlaten/", judge.step_aside, name="appeal_aside"),
    path("bezwaar/<uuid:appeal_id>/antwoord.pdf", judge.letter, name="appeal_letter"),
    path("voorgelegd/<uuid:case_id>/", others.weigh, name="case_weigh"),
    path("bureau/<slug:slug>/zaken/<uuid:case_id>/voorleggen/", others.ask, name="case_ask"),
]
