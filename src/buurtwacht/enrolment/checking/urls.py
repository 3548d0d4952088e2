# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import admission, candidacy, letters, neighbour, objection, officer, police, residence

urlpatterns = [
    path("aanmelding/<str:token>/adres/", residence.residence, name="application_residence"),
    path("aanmelding/<str:token>/adres/hier-niet/", residence.not_here, name="residence_denied"),
    path("aanmelding/<str:token>/bezwaar/", objection.make, name="application_objection"),
    path("aanmelding/<str:token>/politie/", objection.transfer, name="application_police"),
    path("buur-kent-mij/", neighbour.by_code, name="neighbour_code"),
    path("buur-kent-mij/<str:token>/", neighbour.knows, name="neighbour_knows"),
    path("bureau/<slug:slug>/aanmeldingen/", admission.applications, name="desk_applications"),
    path("bureau/<slug:slug>/aanmeldingen/<uuid:application_id>/", admission.details, name="desk_application"),
    path("bureau/<slug:slug>/aanmeldingen/<uuid:application_id>/toevoegen/", admission.let_in, name="desk_admit"),
    path("bureau/<slug:slug>/aanmeldingen/<uuid:application_id>/niet/", admission.turn_away, name="desk_turn_away"),
    path("bureau/<slug:slug>/bezoek/<uuid:proof_id>/", admission.visited, name="desk_visit"),
    path("bureau/<slug:slug>/brieven/", letters.of_group, name="desk_letters"),
    path("bureau/<slug:slug>/kandidaat/<uuid:candidacy_id>/", candidacy.decide, name="desk_candidate"),
    path("groepen/<slug:slug>/eerste-buren/", neighbour.first_neighbours, name="first_neighbours"),
    path("groepen/<slug:slug>/coordinator-worden/", candidacy.own, name="candidacy"),
    path("gemeente/<slug:slug>/brieven/", letters.of_organisation, name="letters"),
    path("politie/<slug:slug>/aanmeldingen/", police.desk, name="vetting_desk"),
    path("politie/<slug:slug>/aanmeldingen/bekijken/", police.open_cases, name="vetting_open"),
    path("politie/<slug:slug>/aanmeldingen/<uuid:vetting_id>/herstellen/", police.mend, name="vetting_mend"),
    path("politie/<slug:slug>/toewijzen/<uuid:application_id>/", police.assign, name="assign_application"),
    path("politie/<slug:slug>/mijn-kaart/", officer.card, name="officer_card"),
    path("politie/<slug:slug>/groepen.pdf", officer.summary, name="officer_summary"),
    path("bureau/<slug:slug>/wijkagent/", officer.of_group, name="desk_officer"),
    path("bezwaren/<slug:slug>/", objection.desk, name="objections"),
    path("bezwaren/<slug:slug>/<uuid:objection_id>/", objection.answer, name="objection_answer"),
]
