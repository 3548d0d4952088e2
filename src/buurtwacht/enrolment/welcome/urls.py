# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import gate, invitations, leaflets, opening, welcome

GATE = "aanmelding/<str:token>/starterspakket/"
PACK = "groepen/<slug:slug>/starterspakket/"
INVITE = "bureau/<slug:slug>/uitnodigen/"

urlpatterns = [
    path(GATE, gate.gate, name="application_gate"),
    path(f"{GATE}bestand/", gate.pdf, name="application_gate_pdf"),
    path(f"{GATE}<slug:code>/", gate.leaflet, name="application_leaflet"),
    path("bureau/<slug:slug>/aanmeldingen/<uuid:application_id>/workshop/", gate.attended, name="gate_attended"),
    path(PACK, leaflets.pack, name="starter_pack"),
    path(f"{PACK}bestand/", leaflets.pdf, name="starter_pack_pdf"),
    path(f"{PACK}<slug:code>/", leaflets.leaflet, name="leaflet"),
    path(INVITE, invitations.invitations, name="desk_invitations"),
    path(f"{INVITE}<uuid:invitation_id>/", invitations.one, name="desk_invitation"),
    path(f"{INVITE}<uuid:invitation_id>/code/", invitations.code, name="desk_invitation_code"),
    path(f"{INVITE}<uuid:invitation_id>/papier/", invitations.paper, name="desk_invitation_paper"),
    path("groepen/<slug:slug>/uitnodigen/", invitations.own, name="own_invitation"),
    path("u/", opening.typed, name="typed_code"),
    path("u/<str:code>/", opening.opened, name="invitation"),
    path("welkom/<slug:slug>/", welcome.welcome, name="welcome"),
]
