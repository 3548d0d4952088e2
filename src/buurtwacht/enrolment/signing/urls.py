# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import applicant, coordinator, guardian, member

urlpatterns = [
    path("aanmelding/<str:token>/ondertekenen/", applicant.sign, name="application_sign"),
    path("aanmelding/<str:token>/formulier.pdf", applicant.form_to_print, name="application_form_to_print"),
    path("aanmelding/<str:token>/papier/", applicant.on_paper, name="application_on_paper"),
    path("aanmelding/<str:token>/vragen/", applicant.questions, name="application_quiz"),
    path("aanmelding/<str:token>/ouder/", guardian.ask_again, name="application_guardian_again"),
    path("ouder/<str:token>/", guardian.guardian, name="application_guardian"),
    path("bureau/<slug:slug>/vertrouwelijk/", coordinator.confidentiality, name="confidentiality"),
    path("bureau/<slug:slug>/afspraken/<uuid:acceptance_id>/", coordinator.acceptance_file, name="acceptance_pdf"),
    path("mijn/afspraken/", member.agreements, name="own_agreements"),
    path("mijn/afspraken/<uuid:acceptance_id>/bestand/", member.own_file, name="own_acceptance"),
    path("mijn/afspraken/<slug:slug>/", member.agreement, name="own_agreement"),
]
