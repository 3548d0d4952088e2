# SPDX-License-Identifier: EUPL-1.2
"""Whatever is done in whatever order: nobody is both removed and able to read, and what was hidden is read nowhere.

A neighbourhood on a real database, in which Hypothesis chooses who does what. The usual run is the same each time and
short. To look longer, with other choices each time:

    HYPOTHESIS_EXAMPLES=300 HYPOTHESIS_STEPS=60 pytest -n 0 tests/test_moderation_in_any_order.py

HYPOTHESIS_SHRINK=1 looks for the shortest way to a fault, which takes minutes; HYPOTHESIS_COUNTS=<file> writes how far
each neighbourhood came.
"""

import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

import time_machine
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from buurtwacht.alerts.models import Relay
from buurtwacht.channels.log import channel as log_channel
from buurtwacht.dossiers.models import Handover
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import is_administrator, is_coordinator
from buurtwacht.groups.services import add_member
from buurtwacht.moderation.cases.queries import rung_for
from buurtwacht.moderation.ladder import Decider
from buurtwacht.moderation.models import Ban, Case, Measure
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.rules import FULL_TELLINGS
from tests.any_order import looking
from tests.any_order.judging import Judging
from tests.any_order.neighbourhood import PEOPLE, Said, attempt, settle
from tests.any_order.talking import MEMBERS, NUMBER, Talking
from tests.any_order.working import Working

EXAMPLES = int(os.environ.get("HYPOTHESIS_EXAMPLES", "0"))
STEPS = int(os.environ.get("HYPOTHESIS_STEPS", "20"))
PHASES = (Phase.generate, Phase.shrink) if os.environ.get("HYPOTHESIS_SHRINK") else (Phase.generate,)
BEGAN = datetime(2026, 3, 4, 19, 0, tzinfo=UTC)  # an evening; nobody sleeps yet
READERS = st.sampled_from(PEOPLE)


LOOKS_EVERY = 10  # steps
WORDS = re.compile(r"kw(?:elp|int)[a-z]{6}")


class AnyOrder(Talking, Judging, Working, RuleBasedStateMachine):
    """Somebody does something; then everything that must never be is looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.travelling = time_machine.travel(BEGAN, tick=True)
        self.clock = self.travelling.start()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        cache.clear()
        mail.outbox.clear()
        log_channel.forget_all()
        self.place, self.steps = settle(), 0

    @initialize(by=MEMBERS, number=NUMBER)
    def something_happens(self, by: str, number: int) -> None:
        """Two reports, on which somebody says something, and a page that is open."""
        for who in ("bram", "gerrit"):
            self.share(who, number)
            self.supplement(by, 0, Entry.Kind.SIGHTING)
            number += 1
        self.open_page("bram", 0)

    def teardown(self) -> None:
        """Nothing of it stays: the next neighbourhood is a new one."""
        self.count_what_happened()
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        self.travelling.stop()
        translation.deactivate()

    @rule(reader=READERS)
    def look(self, reader: str) -> None:
        """Somebody opens every page, and asks for a copy of what is kept about them."""
        own = {one.entry_id for one in self.place.said.values() if one.writer == reader}
        of_hidden = self.of_hidden_reports()
        judges = is_coordinator(self.place.person(reader), self.place.group)
        judged = of_hidden if judges else of_hidden & own
        in_sight, is_out = self.out_of_sight(), self.is_out(reader)
        for page, text in looking.pages_of(self.place, reader):
            if page not in looking.OF_JUDGES:
                mine = own if page in looking.OWN else judged if page in looking.OF_ONE_REPORT else set()
                self.refuse_words(in_sight, text, f"{page} for {reader}", besides=mine)
            if is_out:
                assert page not in looking.MEMBERS_ONLY, f"{reader} is out, and reads {page}"
            if self.place.member(reader) is None and page not in (*looking.OF_JUDGES, *looking.OF_POLICE):
                self.refuse_words(self.of_the_group(), text, f"{page} for {reader}, who is not in it", besides=own)
        self.refuse_words(in_sight, looking.export_of(self.place.ids[reader]), f"export of {reader}", besides=own)

    @rule()
    def look_around(self) -> None:
        """What is on its way, on screens, in files and in letters."""
        self.handle()
        out_of_sight, of_the_group = self.out_of_sight(), self.of_the_group()
        for intent, to in looking.still_told():
            name = self.place.name(to.person_id)
            self.refuse_words(out_of_sight, repr(to.message), f"{intent.kind} to {name or 'a room'}")
            if name and self.is_out(name):
                assert looking.takes_back(intent) or not intent.kind.startswith(("report.", "moderation.")), (
                    f"{name} is out, and hears {intent.kind}"
                )
                self.refuse_words(of_the_group, repr(to.message), f"{intent.kind} to {name}, who is out")
        for where, text in (*looking.replayed(), *looking.dossiers()):
            self.refuse_words(out_of_sight, text, where)
        for where, text in self.new_letters():
            self.refuse_words(out_of_sight, text, where)
        for name, person_id, token in self.place.screens:
            if self.place.member(name) is None:
                assert not looking.stream_opens(person_id, token), f"{name} is out, and hears the stream"
        assert not WORDS.search(looking.journal()), "the journal holds words"

    @invariant()
    def look_now_and_then(self) -> None:
        """Not after every step: opening everything takes seconds."""
        self.steps += 1
        if self.steps % LOOKS_EVERY == 0:
            self.look_around()
            self.look(PEOPLE[(self.steps // LOOKS_EVERY + self.place.spoken) % len(PEOPLE)])

    @invariant()
    def nobody_is_removed_and_inside(self) -> None:
        """While a ban runs its door stays closed, too for who knocks again."""
        running = Ban.objects.filter(group=self.place.group_id, ends_at__gt=timezone.now(), measure__isnull=False)
        for person_id in set(running.values_list("measure__case__person", flat=True)):
            name = self.place.name(person_id)
            assert self.place.member(name) is None, f"{name} was removed, and takes part"
            assert attempt(add_member, self.place.group, self.place.person(name), street="Merelweg") is None, name
            for who, _person, token in self.place.screens:
                assert who != name or not looking.stream_opens(person_id, token), f"{name} hears the stream"

    @invariant()
    def nobody_judges_their_own_case(self) -> None:
        own = Q(proposed_by=F("case__person")) | Q(seconded_by=F("case__person")) | Q(case__opened_by=F("case__person"))
        own |= Q(appeal__answered_by=F("case__person")) | Q(seconded_by=F("proposed_by"))
        assert not Measure.objects.filter(own).exists()

    def needs_two(self, case: Case, kind: str, by: str) -> bool:
        """Does the policy of now ask for two people? About who administers, always; the organisation decides alone."""
        rung = rung_for(Case.objects.get(pk=case.pk), kind)
        inside = is_administrator(self.place.person(by), self.place.group)
        return rung is not None and (rung.decider is Decider.TOGETHER or (rung.decider is Decider.ANOTHER and inside))

    def is_out(self, name: str) -> bool:
        """Somebody without a group and without a role for the organisation."""
        inside = Membership.objects.filter(person=self.place.ids[name], left_at=None)
        return name not in ("eva", "dirk", "hanna") and not inside.exists()

    def entry_of(self, said: Said) -> Entry:
        return Entry.objects.select_related("report").get(pk=said.entry_id)

    def out_of_sight(self) -> dict[str, UUID]:
        """The words that nobody reads now, with the entry that said them."""
        passed_on = set(Relay.objects.filter(copy__isnull=False).values_list("report", flat=True))
        full = set(Entry.objects.filter(kind__in=FULL_TELLINGS).values_list("pk", flat=True))
        found = {}
        for entry_id in self.place.hidden | self.place.gone:
            said = self.place.said[entry_id]
            if entry_id not in self.place.pictured - self.place.hidden:
                found[said.word] = entry_id
            stays = entry_id in full and entry_id not in self.place.hidden  # where it was, stands on the report
            if not stays and said.report_id not in passed_on:
                found[said.place] = entry_id
        return found

    def of_hidden_reports(self) -> set[UUID]:
        """What stood on reports that were hidden whole. Its writer and the coordinator, who judges it, open those."""
        hidden = set(Report.objects.filter(status=Report.Status.HIDDEN).values_list("pk", flat=True))
        return {said.entry_id for said in self.place.said.values() if said.report_id in hidden}

    def of_the_group(self) -> dict[str, UUID]:
        """Every word that was said in the group."""
        return {said.word: said.entry_id for said in self.place.said.values()}

    def refuse_words(self, words: dict[str, UUID], text: str, where: str, besides: Iterable[UUID] = ()) -> None:
        found = {word for word in WORDS.findall(text) if word in words and words[word] not in besides}
        assert not found, f"{found} can be read: {where}"

    def count_what_happened(self) -> None:
        """For a longer run: how far it came, one line for each neighbourhood."""
        if path := os.environ.get("HYPOTHESIS_COUNTS"):
            taken = list(Measure.objects.filter(status="taken").values_list("kind", flat=True))
            back = Measure.objects.filter(status="overturned").count()
            told = (len(self.place.said), len(self.place.hidden), len(self.place.gone), Handover.objects.count())
            with open(path, "a") as file:
                file.write(f"steps {self.steps} said/hidden/gone/given {told} taken {sorted(taken)} back {back}\n")

    def new_letters(self) -> Iterable[tuple[str, str]]:
        """What was mailed since the last time, but for what somebody is told about their own words."""
        found = [one for one in looking.letters() if "/zaak/" not in one[1]]
        mail.outbox.clear()
        return found


def test_whatever_the_order(db):
    """Nobody is removed and able to read; nothing that was hidden is read."""
    usual = {"deadline": None, "suppress_health_check": list(HealthCheck), "stateful_step_count": STEPS}
    usual |= {"phases": PHASES}
    longer = {"max_examples": EXAMPLES, "database": None, "print_blob": True}
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(**usual, **(longer if EXAMPLES else {"max_examples": 4, "derandomize": True})),
    )
