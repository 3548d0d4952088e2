# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from . import views

urlpatterns = [
    path("tweede-ja/", views.proposals, name="proposals"),
    path("tweede-ja/<uuid:proposal_id>/", views.answer, name="proposal_answer"),
]
