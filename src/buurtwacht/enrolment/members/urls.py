# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import consent, lists, member, own, paper, register

REGISTER = "bureau/<slug:slug>/leden/"
ONE = f"{REGISTER}<uuid:membership_id>/"
LISTS = f"{REGISTER}overnemen/"
LIST = f"{LISTS}<uuid:import_id>/"

urlpatterns = [
    path(REGISTER, register.register, name="desk_members"),
    path(f"{REGISTER}bestand/", register.export, name="desk_members_export"),
    path(f"{REGISTER}op-papier/", paper.paper, name="desk_paper"),
    path(f"{REGISTER}op-papier/formulier.pdf", paper.empty_form, name="desk_paper_form"),
    path(ONE, member.member, name="desk_member"),
    path(f"{ONE}aanbellen/", member.proxy, name="desk_member_proxy"),
    path(f"{ONE}adres/", member.address, name="desk_member_address"),
    path(f"{ONE}beeindigen/", member.end, name="desk_member_end"),
    path(f"{ONE}rol/", member.role, name="desk_member_role"),
    path(LISTS, lists.bring, name="desk_import"),
    path(LIST, lists.look, name="desk_import_list"),
    path(f"{LIST}fouten/", lists.wrong, name="desk_import_wrong"),
    path(f"{LIST}terugnemen/", lists.back, name="desk_import_back"),
    path(f"{LIST}vragen/", lists.ask, name="desk_import_ask"),
    path("toestemming/<str:token>/", consent.consent, name="consent"),
    path("mijn/gegevens/bekeken/", own.viewed, name="who_viewed"),
    path("groepen/<slug:slug>/aanbellen/", own.ringing, name="ringing"),
]
