# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import judge, member

urlpatterns = [
    path("bureau/<slug:slug>/vlaggen/", judge.flags, name="flags"),
    path("bureau/<slug:slug>/vlaggen/<uuid:entry_id>/", judge.judge, name="flag_judge"),
    path("bureau/<slug:slug>/vlaggen/<uuid:entry_id>/terug/", judge.show_again, name="flag_show_again"),
    path("meldingen/<uuid:report_id>/regel/<uuid:entry_id>/vlag/", member.flag, name="report_flag"),
    path("meldingen/<uuid:report_id>/regel/<uuid:entry_id>/tip/", member.tip, name="report_tip"),
]
