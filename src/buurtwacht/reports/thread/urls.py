# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from .views import add, buddies, correct, desk, end, photos, report

urlpatterns = [
    path("bureau/", desk.desks, name="desks"),
    path("bureau/<slug:slug>/", desk.desk, name="desk"),
    path("bureau/<slug:slug>/cijfers/nu/", desk.figures, name="desk_figures"),
    path("bureau/<slug:slug>/meldingen/", desk.reports, name="desk_reports"),
    path("bureau/<slug:slug>/meldingen/<uuid:report_id>/afsluiten/", end.close, name="report_close"),
    path("bureau/<slug:slug>/meldingen/<uuid:report_id>/antwoord/", end.answer, name="report_answer"),
    path("bureau/<slug:slug>/meldingen/<uuid:report_id>/foto/<uuid:photo_id>/", photos.decide, name="photo_decide"),
    path("bureau/<slug:slug>/meldingen/<uuid:report_id>/verbergen/", end.hide, name="report_hide"),
    path("bureau/<slug:slug>/meldingen/<uuid:report_id>/weer-tonen/", end.show_again, name="report_show_again"),
    path("bureau/<slug:slug>/vervanging/", desk.deputy, name="desk_deputy"),
    path("meldingen/", report.reports, name="reports"),
    path("meldingen/<uuid:report_id>/", report.report, name="report"),
    path("meldingen/<uuid:report_id>/aanvullen/", add.add, name="report_add"),
    path("meldingen/<uuid:report_id>/aanvullen/<slug:slug>/", add.add_kind, name="report_add_kind"),
    path("meldingen/<uuid:report_id>/foto/<uuid:photo_id>/", photos.shown, name="report_photo"),
    path("meldingen/<uuid:report_id>/foto/<uuid:photo_id>/heel/", photos.whole, name="report_photo_whole"),
    path("meldingen/<uuid:report_id>/foto/<uuid:photo_id>/wazig/", photos.own, name="photo_own"),
    path("meldingen/<uuid:report_id>/intrekken/", correct.withdraw, name="report_withdraw"),
    path("meldingen/<uuid:report_id>/samen/", buddies.ask, name="buddy_ask"),
    path("meldingen/<uuid:report_id>/samen/<uuid:request_id>/mee/", buddies.join, name="buddy_join"),
    path("meldingen/<uuid:report_id>/samen/<uuid:request_id>/veilig/", buddies.check_in, name="buddy_check_in"),
    path("meldingen/<uuid:report_id>/verbeteren/", correct.correct, name="report_correct"),
]
