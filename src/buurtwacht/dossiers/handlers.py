# SPDX-License-Identifier: EUPL-1.2
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


@on("dossier.handed_over")
def mail_link_and_code(line: Line) -> None:
    services.mail_handover(line.subject_id)


@on("dossier.reminded")
def mail_the_question_again(line: Line) -> None:
    dossier = Dossier.objects.select_related("organisation", "report__group").get(pk=line.subject_id)
    if rules.can_be_answered(dossier):
        mails.send_reminder(dossier)
