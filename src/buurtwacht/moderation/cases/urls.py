# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import board, case, opening, paper, roles

DESK = "bureau/<slug:slug>/zaken/"
ONE = f"{DESK}<uuid:case_id>/"
ROLE = f"{DESK}coordinator/<uuid:membership_id>/"
OFFICE = "gemeente/<slug:slug>/zaken/"
THERE = f"{OFFICE}<uuid:case_id>/"
AT_OFFICE = {"at_office": True}

urlpatterns = [
    path(DESK, board.cases, name="desk_cases"),
    path(f"{DESK}besluiten/", board.decisions, name="desk_decisions"),
    path(f"{DESK}nieuw/<uuid:membership_id>/", opening.about_member, name="case_open"),
    path(f"{DESK}nieuw/over/<uuid:entry_id>/", opening.about_words, name="case_open_about"),
    path(f"{ROLE}stoppen/", roles.ask, {"kind": "relief"}, name="relief_ask"),
    path(f"{ROLE}uitschrijven/", roles.ask, {"kind": "ending"}, name="ending_ask"),
    path(ONE, case.case, name="desk_case"),
    path(f"{ONE}stap/<slug:kind>/", case.step, name="desk_step"),
    path(f"{ONE}antwoord/<uuid:measure_id>/", case.answer, name="desk_answer"),
    path(f"{ONE}sluiten/", case.close, name="desk_close"),
    path(f"{ONE}brief/<uuid:measure_id>.pdf", paper.letter, name="desk_letter"),
    path(f"{ONE}kopie/<uuid:measure_id>.pdf", paper.copy, name="desk_copy"),
    path(OFFICE, board.office, name="office_cases"),
    path(THERE, case.case, AT_OFFICE, name="office_case"),
    path(f"{THERE}stap/<slug:kind>/", case.step, AT_OFFICE, name="office_step"),
    path(f"{THERE}antwoord/<uuid:measure_id>/", case.answer, AT_OFFICE, name="office_answer"),
    path(f"{THERE}sluiten/", case.close, AT_OFFICE, name="office_close"),
    path(f"{THERE}brief/<uuid:measure_id>.pdf", paper.letter, AT_OFFICE, name="office_letter"),
    path(f"{THERE}kopie/<uuid:measure_id>.pdf", paper.copy, AT_OFFICE, name="office_copy"),
]
