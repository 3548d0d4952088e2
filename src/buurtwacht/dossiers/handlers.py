# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.reports.models import Report

from . import mails, rules, services
from .models import Dossier


@on("report.closed")
def put_a_dossier_on_the_desk(line: Line) -> None:
    report = Report.objects.select_related("group__organisation").get(pk=line.subject_id)
    if rules.begins_on_closing(report.group.policy):
        services.begin_dossier(report)


@on("entry.hidden", "entry.shown_again", "report.hidden", "report.shown_again")
def tell_the_police_no_more_than_stands(line: Line) -> None:
    if line.action == "entry.shown_again":
        services.weigh_again(UUID(str(line.facts["entry"])))
    services.reseal_dossier(line.subject_id)


@on("request.erased")
def tell_the_police_of_an_erasure(line: Line) -> None:
    """Sealed anew first, so that a link that still works opens what is left."""
    report_id = UUID(str(line.facts["report"]))
    services.reseal_dossier(report_id)
    services.tell_of_change(report_id, Dossier.Change.ERASED)


@on("request.corrected")
def tell_the_police_of_a_correction(line: Line) -> None:
    services.tell_of_change(UUID(str(line.facts["report"])), Dossier.Change.CORRECTED)


@on("dossier.changed")
def mail_the_change(line: Line) -> None:
    dossier = Dossier.objects.select_related("organisation", "report__group__organisation").get(pk=line.subject_id)
    if dossier.organisation.police_mailbox:
        mails.send_change(dossier, str(line.facts["change"]))


@on("dossier.handed_over")
def mail_link_and_code(line: Line) -> None:
    services.mail_handover(line.subject_id)


@on("dossier.reminded")
def mail_the_question_again(line: Line) -> None:
    dossier = Dossier.objects.select_related("organisation", "report__group").get(pk=line.subject_id)
    if rules.can_be_answered(dossier):
        mails.send_reminder(dossier)
