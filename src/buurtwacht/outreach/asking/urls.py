# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import desk, member

urlpatterns = [
    path("mijn/vragen/", member.questions, name="own_questions"),
    path("mijn/vragen/<uuid:question_id>/", member.question, name="own_question"),
    path("groepen/<slug:slug>/vraag/", member.ask, name="ask_coordinator"),
    path("meldingen/<uuid:report_id>/vraag/", member.ask_about, name="report_question"),
    path("bureau/<slug:slug>/ledenvragen/", desk.questions, name="member_questions"),
    path("bureau/<slug:slug>/ledenvragen/<uuid:question_id>/", desk.question, name="member_question"),
]
