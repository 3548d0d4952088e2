# SPDX-License-Identifier: EUPL-1.2
from django.urls import include, path

from .views import coordinators, costs, desk, log, municipality, pace, rooms, split, transfer, wizard

urlpatterns = [
    path("", include("buurtwacht.groups.info.urls")),
    path("", include("buurtwacht.groups.together.urls")),
    path("bureau/<slug:slug>/groep/", desk.group, name="desk_group"),
    path("bureau/<slug:slug>/groep/stand/", desk.change, name="desk_group_change"),
    path("bureau/<slug:slug>/groep/verhaal/", desk.story, name="desk_story"),
    path("bureau/<slug:slug>/groep/instellingen/", desk.settings, name="desk_settings"),
    path("bureau/<slug:slug>/groep/kosten/", costs.costs, name="desk_costs"),
    path("bureau/<slug:slug>/groep/rust/", pace.pace, name="desk_pace"),
    path("bureau/<slug:slug>/groep/inwerken/", desk.hand_over, name="desk_hand_over"),
    path("bureau/<slug:slug>/groep/logboek/", log.log, name="group_log"),
    path("bureau/<slug:slug>/groep/splitsen/", split.split, name="desk_split"),
    path("bureau/<slug:slug>/groep/overdragen/", transfer.offer, name="desk_transfer"),
    path("bureau/<slug:slug>/groep/coordinatoren/", coordinators.coordinators, name="desk_coordinators"),
    path("bureau/<slug:slug>/groep/coordinatoren/erbij/", coordinators.appoint, name="coordinator_appoint"),
    path("bureau/<slug:slug>/groep/beheerders/erbij/", coordinators.appoint_moderator, name="moderator_appoint"),
    path(
        "bureau/<slug:slug>/groep/beheerders/<uuid:membership_id>/",
        coordinators.relieve_moderator,
        name="moderator_relieve",
    ),
    path("bureau/<slug:slug>/groep/coordinatoren/rooster/", coordinators.plan, name="turn_plan"),
    path("bureau/<slug:slug>/groep/coordinatoren/rooster/<uuid:turn_id>/", coordinators.cancel, name="turn_cancel"),
    path(
        "bureau/<slug:slug>/groep/coordinatoren/<uuid:membership_id>/", coordinators.relieve, name="coordinator_relieve"
    ),
    path("bureau/<slug:slug>/ruimtes/", rooms.rooms, name="desk_rooms"),
    path("bureau/<slug:slug>/ruimtes/code/", rooms.begin, name="room_begin"),
    path("bureau/<slug:slug>/ruimtes/nieuw/<slug:channel>/", rooms.new, name="room_new"),
    path("bureau/<slug:slug>/ruimtes/<uuid:room_id>/", rooms.close, name="room_close"),
    path("gemeente/<slug:slug>/gebieden/", municipality.territory, name="territory"),
    path("gemeente/<slug:slug>/groepen/", municipality.groups, name="groups_of"),
    path("gemeente/<slug:slug>/groepen/nieuw/", wizard.new, name="group_new"),
    path("gemeente/<slug:slug>/groepen/<slug:group>/", municipality.group, name="group_of"),
    path("gemeente/<slug:slug>/groepen/<slug:group>/stand/", municipality.change, name="group_of_change"),
    path("gemeente/<slug:slug>/groepen/<slug:group>/nieuw/<slug:step>/", wizard.step, name="group_step"),
    path("groepen/<slug:slug>/coordinator/", coordinators.vacancy, name="vacancy"),
    path("overdracht/", transfer.offers, name="transfers"),
    path("overdracht/<uuid:transfer_id>/", transfer.answer, name="transfer_answer"),
]
