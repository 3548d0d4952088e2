# SPDX-License-Identifier: EUPL-1.2
"""Somebody who was refused asks to look again (R075)."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Application, Objection, Vetting
from buurtwacht.enrolment.services import mark_done, reopen
from buurtwacht.enrolment.services.advance import locked, step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.services import count_words
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .verdict import overturn


@transaction.atomic
def object_to_refusal(application: Application, words: str, *, shown: Iterable[str] = ()) -> Objection:
    """Ask to look again, within thirty days. One objection; what comes of it is final here.

    `shown` are the reasons of the wording check that were said about it.
    """
    application = locked(application.pk)
    if application.status != Application.Status.REFUSED or not rules.may_object(application.ended_at, timezone.now()):
        raise DomainError(_("There is nothing to object to now."))
    if application.objections.exists():
        raise DomainError(_("You have asked already. You get a mail as soon as somebody has looked."))
    objection = Objection.objects.create(application=application, words=words)
    count_words(application.group, shown, words)
    record("objection.made", objection.pk, application=application.pk, group=application.group_id)
    return objection


@transaction.atomic
def answer_objection(objection: Objection, *, upheld: bool, by: Person) -> Objection:
    """The refusal stands, or the application goes on where it stopped. Answered once."""
    application = locked(objection.application_id)
    objection = Objection.objects.select_for_update().get(pk=objection.pk)
    if objection.answered_at:
        raise DomainError(_("This one has been answered already. Nothing was changed."))
    objection.upheld, objection.answered_at, objection.answered_by = upheld, timezone.now(), by
    objection.save(update_fields=["upheld", "answered_at", "answered_by"])
    record("objection.answered", objection.pk, by=by, application=application.pk, upheld=upheld)
    if upheld:
        _let_go_on(application, by)
    return objection


def _let_go_on(application: Application, by: Person) -> None:
    vetting = Vetting.objects.select_for_update().filter(application=application, verdict="no").first()
    if vetting:
        overturn(vetting, by=by)
        return
    application = reopen(application, by=by)
    if step_of(application) is Step.ADMISSION:
        mark_done(application, Step.ADMISSION, by=by)
