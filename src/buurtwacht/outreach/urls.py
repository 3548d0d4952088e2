# SPDX-License-Identifier: EUPL-1.2
from django.urls import include, path

from .views import contact, desk, editor, film, finder, geo, group, responsible, site, starting

SITE = "buurtpreventie/<slug:organisation>"
OFFICE = "gemeente/<slug:organisation>"

urlpatterns = [
    path("", include("buurtwacht.outreach.asking.urls")),
    path("", include("buurtwacht.outreach.rights.urls")),
    path("vind-uw-groep/", finder.find, name="find_group"),
    path("vind-uw-groep/<slug:slug>/verder/", finder.go_on, name="find_group_apply"),
    path("groep-starten/", starting.start, name="start_group"),
    path("buurtpreventie/", site.sites, name="sites"),
    path(f"{SITE}/", site.what_it_is, name="organisation_site"),
    path(f"{SITE}/gebieden.json", geo.areas, name="public_areas"),
    path(f"{SITE}/groepen/", finder.find_in, name="find_group_in"),
    path(f"{SITE}/groepen/<slug:slug>/", group.public_group, name="public_group"),
    path(f"{SITE}/contact/", contact.contact, name="contact"),
    path(f"{SITE}/film/<str:name>", film.film, name="film"),
    path(f"{SITE}/<slug:path>/", site.section, name="site_section"),
    path("bureau/<slug:slug>/vragen/<uuid:question_id>/", desk.coordinator_question, name="desk_question"),
    path(f"{OFFICE}/vragen/", desk.municipal_questions, name="municipal_questions"),
    path(f"{OFFICE}/vragen/<uuid:question_id>/", desk.municipal_question, name="municipal_question"),
    path(f"{OFFICE}/site/", editor.overview, name="site_editor"),
    path(f"{OFFICE}/gegevens/", responsible.details, name="organisation_details"),
    path(f"{OFFICE}/gegevens/register.md", responsible.register, name="organisation_register"),
    path(f"{OFFICE}/site/links/", editor.links, name="site_links"),
    path(f"{OFFICE}/site/versie/<uuid:version_id>/", editor.version, name="site_version"),
    path(f"{OFFICE}/site/<slug:section>/<slug:language>/", editor.edit, name="site_edit"),
]
