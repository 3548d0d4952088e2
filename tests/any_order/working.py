# SPDX-License-Identifier: EUPL-1.2
"""What the program and the desk do meanwhile: time goes by, messages leave, dossiers go to the police."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

from buurtwacht.channels.log.channel import LogChannel
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.partitions import make_partitions
from buurtwacht.dossiers.access import dossier_to_coordinate
from buurtwacht.dossiers.models import Dossier
from buurtwacht.dossiers.services import begin_dossier, hand_over_dossier, redact_dossier
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.live.tokens import topics_token
from buurtwacht.moderation.appeals.services import remind_of_appeals, remind_of_questions
from buurtwacht.moderation.cases.services import close_old, mark_lapsed
from buurtwacht.moderation.flagging.services import look_after_nudges
from buurtwacht.privacy.services import forget_what_is_due
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.services import end_doubts, erase_old_words, expire_silent_reports

from .neighbourhood import attempt, one_of, reports_here
from .talking import ANYBODY, MEMBERS, NUMBER

WAITS = (*[timedelta(minutes=2)] * 4, timedelta(minutes=70), timedelta(hours=25), timedelta(days=8))


class Working:
    """`place` is the neighbourhood, `clock` the traveller in time."""

    def handle(self) -> None:
        while handle_due_lines():
            pass

    @rule(wait=st.sampled_from(WAITS))
    def wait(self, wait: timedelta) -> None:
        """The clock of the program does what is due by then."""
        self.clock.shift(wait)
        now = timezone.now()
        make_partitions(now)
        mark_lapsed(now)
        close_old(now)
        look_after_nudges(now)
        remind_of_appeals()
        remind_of_questions()
        end_doubts()
        expire_silent_reports()
        erase_old_words(now)
        self.handle()

    @rule()
    def night(self) -> None:
        """What is due is forgotten."""
        forget_what_is_due(timezone.now())
        self.handle()

    @rule()
    def send(self) -> None:
        """Everything that waits is told; nothing of it holds words that were out of sight."""
        self.handle()
        before = len(LogChannel.kept)
        deliver_now()
        for address, message in list(LogChannel.kept)[before:]:
            self.refuse_words(self.out_of_sight(), repr(message), f"sent to {address}")
        self.handle()

    @rule(who=MEMBERS, number=NUMBER)
    def open_page(self, who: str, number: int) -> None:
        """Somebody has a page open, and a screen that follows it."""
        person, report = self.place.person(who), one_of(reports_here(self.place), number)
        if self.place.member(who):
            topics = [f"group:{self.place.group_id}:nl", f"person:{person.pk}"]
            topics += [f"report:{report.pk}:nl"] if report else []
            self.place.screens.append((who, person.pk, topics_token(person.pk, topics)))

    @rule(number=NUMBER)
    def begin(self, number: int) -> None:
        closed = reports_here(self.place).filter(status=Report.Status.CLOSED)
        if report := one_of(closed, number):
            attempt(begin_dossier, report)

    @rule(by=ANYBODY, number=NUMBER, half=st.booleans())
    def redact(self, by: str, number: int, half: bool) -> None:
        if dossier := self.dossier_for(by, number):
            entries: list[UUID] = list(dossier.redactions.values_list("entry", flat=True))
            included = set(entries[::2] if half else entries)
            attempt(redact_dossier, dossier, included=included, cuts={}, by=self.place.person(by))

    @rule(by=ANYBODY, number=NUMBER)
    def hand_over(self, by: str, number: int) -> None:
        if dossier := self.dossier_for(by, number):
            attempt(hand_over_dossier, dossier, by=self.place.person(by))

    @rule()
    def close_and_begin(self) -> None:
        """The whole way at once, for the newest report."""
        person = self.place.person("ingrid")
        report = reports_here(self.place).filter(status=Report.Status.OPEN).order_by("-pk").first()
        if report:
            self.close("ingrid", 0)
            dossier = attempt(begin_dossier, Report.objects.get(pk=report.pk))
            if dossier and self.place.member("ingrid"):
                attempt(hand_over_dossier, dossier, by=person)

    def dossier_for(self, by: str, number: int) -> Dossier | None:
        dossier = one_of(Dossier.objects.order_by("-pk"), number)
        found = dossier and attempt(dossier_to_coordinate, self.place.person(by), self.place.group.slug, dossier.pk)
        return found or None
