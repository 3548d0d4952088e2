# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from . import views

urlpatterns = [
    path("bureau/<slug:slug>/cijfers/", views.group_figures, name="group_figures"),
    path("bureau/<slug:slug>/cijfers/bestand/<slug:form>/", views.group_file, name="group_figures_file"),
    path("gemeente/<slug:slug>/cijfers/", views.council_figures, name="council_figures"),
    path("gemeente/<slug:slug>/cijfers/bestand/<slug:form>/", views.council_file, name="council_figures_file"),
]
