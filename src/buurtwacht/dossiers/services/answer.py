# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.dossiers import rules
from buurtwacht.dossiers.models import Dossier
from buurtwacht.groups.services import count_words
from buurtwacht.journal.services import record
from buurtwacht.lib.clock import when
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry


@transaction.atomic
def answer_dossier(
    dossier: Dossier,
    *,
    outcome: str,
    words: str,
    role: Entry.Role = Entry.Role.POLICE,
    by: Person | None = None,
    shown: Iterable[str] = (),
) -> Dossier:
    """Tell everyone who was alerted what came of it, without the name of who answers.

    `shown` are the reasons of the wording check that were said about the words.
    """
    dossier = Dossier.objects.select_for_update().select_related("report").get(pk=dossier.pk)
    if not rules.can_be_answered(dossier):
        raise DomainError(_("This question was answered already. Thank you."))
    dossier.outcome, dossier.outcome_words = outcome, words
    dossier.status, dossier.answered_at = Dossier.Status.ANSWERED, timezone.now()
    dossier.save(update_fields=["outcome", "outcome_words", "status", "answered_at"])
    add_entry(
        dossier.report,
        kind=Entry.Kind.OUTCOME,
        role=role,
        author=by if role is Entry.Role.COORDINATOR else None,
        content=Content(text=words, reason=outcome),
    )
    count_words(dossier.report.group, shown, words, news=True)
    record("report.answered", dossier.report_id, by=by, dossier=dossier.pk, outcome=outcome)
    return dossier


def remind_officers() -> int:
    """Promise a reminder for every dossier whose answer is (nearly) due. Returns how many."""
    waiting = Dossier.objects.filter(status=Dossier.Status.HANDED_OVER, outcome="", outcome_due_on__isnull=False)
    due = [dossier for dossier in waiting if rules.needs_reminder(dossier, timezone.now())]
    for dossier in due:
        remind(dossier)
    return len(due)


@transaction.atomic
def remind(dossier: Dossier, *, by: Person | None = None) -> None:
    """One reminder. The mail follows from the journal."""
    Dossier.objects.filter(pk=dossier.pk).update(reminders=F("reminders") + 1, reminded_at=timezone.now())
    record("dossier.reminded", dossier.pk, by=by)


@transaction.atomic
def ask_again(dossier: Dossier, *, by: Person) -> None:
    """Ask the police once more, by hand. Raises `DomainError` when it was answered, or with from when it may be."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("report__group").get(pk=dossier.pk)
    if not rules.can_be_answered(dossier) or dossier.outcome_due_on is None:
        raise DomainError(_("The police are not asked about this dossier any more."))
    if again := rules.rest_before_asking(dossier, timezone.now()):
        words = _("The police were asked not long ago. You can ask again from %(moment)s.")
        raise DomainError(words % {"moment": when(again, dossier.report.group.tz)})
    remind(dossier, by=by)


def give_up_on_answers() -> int:
    """After thirty days neighbours hear that no outcome is known. Returns how many dossiers that ended."""
    waiting = Dossier.objects.filter(status=Dossier.Status.HANDED_OVER, outcome="").annotate(
        handed_over_at=Max("handovers__at")
    )
    now, ended = timezone.now(), 0
    for dossier in waiting.select_related("organisation"):
        if dossier.handed_over_at and rules.is_given_up(dossier, dossier.handed_over_at, now):
            with override(dossier.organisation.language):
                words = _("The police gave no outcome. Even so: it was good that somebody called.")
            answer_dossier(dossier, outcome=Dossier.Outcome.NONE_KNOWN, words=words, role=Entry.Role.PROGRAM)
            ended += 1
    return ended
