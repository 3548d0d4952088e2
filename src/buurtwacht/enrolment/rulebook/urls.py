# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from . import views

urlpatterns = [
    path("bureau/<slug:slug>/groep/regels/", views.rules, name="desk_rules"),
    path("bureau/<slug:slug>/groep/regels/nieuw/", views.new, name="desk_rule_new"),
    path("bureau/<slug:slug>/groep/regels/publiceren/", views.publish, name="desk_rules_publish"),
    path("bureau/<slug:slug>/groep/regels/versie-<int:number>.pdf", views.edition_file, name="desk_rules_file"),
    path("bureau/<slug:slug>/groep/regels/<str:key>/", views.change, name="desk_rule"),
    path("mijn/afspraken/<slug:slug>/regels.pdf", views.own_copy, name="own_rules_file"),
]
