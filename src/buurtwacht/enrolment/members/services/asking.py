# SPDX-License-Identifier: EUPL-1.2
"""A mail to everybody on a list: would you like to take part? Nobody is a member without saying yes."""

from collections.abc import Sequence
from smtplib import SMTPRecipientsRefused
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.services.submit import mark_of_email
from buurtwacht.enrolment.members.known import problems_with
from buurtwacht.enrolment.members.letters import send_question
from buurtwacht.enrolment.members.queries.imports import GOOD
from buurtwacht.enrolment.models import Application, ImportLine, MemberImport
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

AT_ONCE = 200
Status = MemberImport.Status


@transaction.atomic
def ask_everybody(found: MemberImport, *, by: Person | None) -> MemberImport:
    """Let the mails go out. Doing it twice changes nothing. Raises `DomainError` when nobody can be asked."""
    found = MemberImport.objects.select_for_update().get(pk=found.pk)
    if found.status in (Status.INVITING, Status.DONE):
        return found
    if found.status != Status.READY:
        raise DomainError(_("This list cannot be used any more. Bring it again."))
    count = found.lines.filter(GOOD).count()
    if not count:
        raise DomainError(_("There is nobody on this list whom we can mail. Repair the lines and bring it again."))
    found.status = Status.INVITING
    found.save(update_fields=["status"])
    record("import.asked", found.pk, by=by, group=found.group_id, count=count)
    return found


def go_on_asking(import_id: UUID) -> None:
    """First an application for each, in bulk; then the mails, one by one. Who goes on after a crash mails no second
    time, but for the one that was under way."""
    while _apply_batch(import_id):
        pass
    asking = ImportLine.objects.filter(
        GOOD, member_import_id=import_id, application__isnull=False, values__isnull=False
    )
    for line_id in list(asking.values_list("pk", flat=True)):
        if not _ask(import_id, line_id):
            return
    _finish(import_id)


@transaction.atomic
def _apply_batch(import_id: UUID) -> bool:
    """Applications for the next lines. False when every line that can have one has it."""
    found = _locked(import_id)
    if found is None:
        return False
    lines = list(found.lines.filter(GOOD, application=None, values__isnull=False)[:AT_ONCE])
    known = problems_with(found.group, [line.values for line in lines])
    for line, more in zip(lines, known, strict=True):
        line.problems = [*line.problems, *more]
    made = {line.pk: _application(found, line) for line in lines if "already" not in str(line.problems)}
    Application.objects.bulk_create(made.values(), ignore_conflicts=True)
    _tie(lines, made)
    return bool(lines)


def _tie(lines: Sequence[ImportLine], made: dict[UUID, Application]) -> None:
    """Each line to its application. Where somebody applied by themselves in between, theirs goes first."""
    exist = set(Application.objects.filter(pk__in=[one.pk for one in made.values()]).values_list("pk", flat=True))
    for line in lines:
        application = made.get(line.pk)
        if application and application.pk in exist:
            line.application = application
        elif application:
            line.problems = [*line.problems, "already_applied"]
    ImportLine.objects.bulk_update(lines, ["application", "problems"])


def _application(found: MemberImport, line: ImportLine) -> Application:
    values = dict(line.values)
    if "phone_wrong" in line.problems:
        values["phone"] = ""
    return Application(
        group=found.group,
        source=Application.Source.IMPORT,
        language=found.group.organisation.language,
        email_fingerprint=mark_of_email(values["email"]),
        phone_fingerprint=fingerprint(values["phone"], "application:phone") if values["phone"] else "",
        **values,
    )


@transaction.atomic
def _ask(import_id: UUID, line_id: UUID) -> bool:
    """Mail one person, and forget what the list said. False when the list was taken back.

    An address that the mail server refuses for good goes back to the lines that need repair.
    """
    if not MemberImport.objects.filter(pk=import_id, status=Status.INVITING).exists():
        return False
    rows = ImportLine.objects.select_for_update(of=("self",), skip_locked=True)
    rows = rows.select_related("application__group__organisation", "member_import__by")
    line = rows.filter(pk=line_id, values__isnull=False).first()
    if line is None or line.application is None:
        return True
    try:
        send_question(line.application, line.member_import.by)
    except SMTPRecipientsRefused:
        line.application.delete()
        line.application, line.problems = None, [*line.problems, "email_refused"]
    else:
        line.values = None
        MemberImport.objects.filter(pk=import_id).update(lines_asked=F("lines_asked") + 1)
    line.save(update_fields=["application", "problems", "values"])
    return True


@transaction.atomic
def _finish(import_id: UUID) -> None:
    found = _locked(import_id)
    left = ImportLine.objects.filter(GOOD, member_import_id=import_id, values__isnull=False)
    if found is None or left.exists():
        return
    found.status, found.ended_at = Status.DONE, timezone.now()
    found.save(update_fields=["status", "ended_at"])
    record("import.finished", found.pk, group=found.group_id, asked=found.lines_asked)


def _locked(import_id: UUID) -> MemberImport | None:
    rows = MemberImport.objects.select_for_update(of=("self",)).select_related("group__organisation")
    return rows.filter(pk=import_id, status=Status.INVITING).first()
