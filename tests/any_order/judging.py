# SPDX-License-Identifier: EUPL-1.2
"""What is done about members: cases, steps, appeals, bans; and how they come and go."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import submit_application
from buurtwacht.enrolment.members.services import end_for
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.staying.services import leave_group
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups import services as groups
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import coordinators_of, is_coordinator
from buurtwacht.moderation.appeals import services as appeals
from buurtwacht.moderation.bans import services as bans
from buurtwacht.moderation.bans.access import ban_to_end
from buurtwacht.moderation.cases import services as cases
from buurtwacht.moderation.models import Appeal, Ban, Case, Measure
from buurtwacht.policy.model import Removal

from .neighbourhood import attempt, in_days, one_of
from .talking import ANYBODY, MEMBERS, NUMBER

ABOUT = st.sampled_from(("bram", "gerrit", "anna", "bram", "jonas", "ingrid", "karin"))
VERDICTS = st.sampled_from(Appeal.Verdict.values)
STEPS = st.sampled_from(("removal", "suspension", "removal", "relief", "warning", "reprimand", "talk", "prosecutor"))


class Judging:
    """`place` is the neighbourhood."""

    def any_case(self, number: int) -> Case | None:
        return one_of(Case.objects.order_by("-pk"), number)

    def any_measure(self, number: int, **having: object) -> Measure | None:
        rows = Measure.objects.filter(**having).select_related("case__group__organisation", "case__person")
        return one_of(rows.order_by("-pk"), number)

    def opened(self, about: str, by: str, number: int) -> Case | None:
        member = self.place.member(about)
        own = [one for one in self.place.said.values() if one.writer == about]
        said = one_of(own, number)
        told = {"rule": "words", "note": "Dit gebeurde", "quoted": said.word if said else ""}
        entry = self.entry_of(said) if said else None
        return attempt(cases.open_case, member, by=self.place.person(by), entry=entry, **told) if member else None

    def proposed(self, case: Case, kind: str, by: str, days: int = 30) -> Measure | None:
        needed = self.needs_two(case, kind, by)
        until = in_days(days) if kind in ("suspension", "prosecutor") else None
        measure = attempt(
            cases.propose_measure, case, kind, by=self.place.person(by), reason="Dit mag niet", until=until
        )
        if needed and measure:
            measure.refresh_from_db()
            assert measure.status != Measure.Status.TAKEN, "it needs two people, and there was one"
        return measure

    @rule(about=ABOUT, by=ANYBODY, number=NUMBER)
    def open_case(self, about: str, by: str, number: int) -> None:
        self.opened(about, by, number)

    @rule(number=NUMBER, kind=STEPS, by=ANYBODY, days=st.integers(1, 80))
    def propose(self, number: int, kind: str, by: str, days: int) -> None:
        if case := self.any_case(number):
            self.proposed(case, kind, by, days)

    @rule(about=ABOUT, by=ANYBODY, kind=st.sampled_from(("relief", "ending")))
    def ask_change(self, about: str, by: str, kind: str) -> None:
        """As the page does: by a coordinator."""
        member, person = self.place.member(about), self.place.person(by)
        if member and is_coordinator(person, self.place.group):
            measure = attempt(cases.ask_change, member, kind, by=person, reason="Verhuisd")
            assert measure is None or measure.status == Measure.Status.PROPOSED, "one decided alone"

    @rule(number=NUMBER, by=ANYBODY)
    def agree(self, number: int, by: str) -> None:
        measure = self.any_measure(number, status="proposed")
        if measure and attempt(cases.agree, measure, by=self.place.person(by)):
            measure.refresh_from_db()
            if measure.status == Measure.Status.TAKEN:
                assert self.place.ids[by] not in (measure.proposed_by_id, measure.case.person_id)

    @rule(number=NUMBER, by=ANYBODY)
    def decline(self, number: int, by: str) -> None:
        if measure := self.any_measure(number):
            attempt(cases.decline, measure, by=self.place.person(by), reason="Nee")

    @rule(number=NUMBER, by=ANYBODY)
    def note_signed(self, number: int, by: str) -> None:
        if measure := self.any_measure(number):
            attempt(cases.note_signed, measure, on=timezone.localdate(), by=self.place.person(by))

    @rule(about=ABOUT, by=st.permutations(("anna", "ingrid", "jonas", "eva")), number=NUMBER)
    def remove(self, about: str, by: list[str], number: int) -> None:
        """The whole way at once, so that it is walked often: one opens, another proposes, a third agrees."""
        case = self.opened(about, by[0], number)
        measure = self.proposed(case, "removal", by[1]) if case else None
        for second in by[2:] if measure else ():
            attempt(cases.agree, measure, by=self.place.person(second))

    @rule(about=ABOUT, by=st.permutations(("anna", "ingrid", "jonas", "eva")), verdict=VERDICTS)
    def remove_lift_remove_and_judge(self, about: str, by: list[str], verdict: str) -> None:
        """Removed, let in again, removed once more; and then an appeal against the first time is judged."""
        self.remove(about, by, 0)
        self.lift_ban(0, by[0], by[1])
        self.come_back(about, True)
        self.remove(about, by[::-1], 0)
        self.appeal_and_judge(about, "farid", verdict)

    @rule(number=NUMBER, by=ANYBODY)
    def close_case(self, number: int, by: str) -> None:
        if case := self.any_case(number):
            attempt(cases.close_case, case, outcome="nothing", by=self.place.person(by))

    @rule(number=NUMBER, by=ANYBODY, advisers=st.sampled_from(((), ("police",), ("municipality", "police"))))
    def escalate(self, number: int, by: str, advisers: tuple[str, ...]) -> None:
        if case := self.any_case(number):
            attempt(appeals.ask_others, case, by=self.place.person(by), question="Wat vindt u?", advisers=advisers)

    @rule(number=NUMBER, by=ANYBODY)
    def hand_back(self, number: int, by: str) -> None:
        if case := self.any_case(number):
            attempt(appeals.hand_back, case, "Beslis zelf", by=self.place.person(by))

    @rule(number=NUMBER, right=st.booleans(), other=ANYBODY)
    def appeal(self, number: int, right: bool, other: str) -> None:
        if measure := self.any_measure(number, status="taken"):
            by = measure.case.person if right else self.place.person(other)
            attempt(appeals.make_appeal, measure, "Niet eens", by=by)

    @rule(
        number=NUMBER, by=st.sampled_from(("eva", "farid", "eva", "anna", "ingrid", "bram", "dirk")),
        verdict=VERDICTS, days=st.integers(0, 40),
    )  # fmt: skip
    def judge(self, number: int, by: str, verdict: str, days: int) -> None:
        appeal = one_of(Appeal.objects.filter(answered_at=None).select_related("measure__case").order_by("-pk"), number)
        if appeal:
            told = {"verdict": verdict, "answer": "Zo is het", "until": in_days(days)}
            attempt(appeals.answer_appeal, appeal, by=self.place.person(by), **told)

    @rule(about=ABOUT, by=st.sampled_from(("eva", "farid", "anna")), verdict=VERDICTS)
    def appeal_and_judge(self, about: str, by: str, verdict: str) -> None:
        """The whole way at once, against the oldest or the newest removal."""
        taken = Measure.objects.filter(case__person=self.place.ids[about], status="taken", kind="removal", appeal=None)
        for measure in taken.order_by("pk")[:1]:
            appeal = attempt(appeals.make_appeal, measure, "Niet eens", by=measure.case.person)
            told = {"verdict": verdict, "answer": "Zo is het", "until": in_days(3)}
            if appeal:
                attempt(appeals.answer_appeal, appeal, by=self.place.person(by), **told)

    @rule(number=NUMBER, by=ANYBODY, second=ANYBODY)
    def lift_ban(self, number: int, by: str, second: str) -> None:
        ban = one_of(Ban.objects.order_by("pk"), number)
        for act, who in ((bans.ask_to_lift, by), (bans.agree_to_lift, second)):
            person = self.place.person(who)
            found = attempt(ban_to_end, person, ban.group.slug, ban.pk) if ban else None
            if found:
                attempt(act, found, by=person)

    @rule(who=MEMBERS)
    def leave(self, who: str) -> None:
        if member := self.place.member(who):
            attempt(leave_group, member, by=member.person)

    @rule(who=MEMBERS, by=st.sampled_from(("anna", "ingrid")))
    def end_membership(self, who: str, by: str) -> None:
        member = self.place.member(who)
        if member and is_coordinator(self.place.person(by), self.place.group):
            done = attempt(end_for, member, reason="moved", by=self.place.person(by))
            assert not done or who == by or member.role != "coordinator", f"{by} ended the part of {who} alone"

    @rule(who=st.sampled_from(("bram", "gerrit", "karin", "chantal", "anna")), by_hand=st.booleans())
    def come_back(self, who: str, by_hand: bool) -> None:
        """By an application with the same mail address, or written down by hand."""
        person, group = self.place.person(who), self.place.group
        if by_hand:
            attempt(groups.add_member, group, person, street="Merelweg")
            return
        facts = ApplicantFacts(first_name=person.first_name, email=person.email, street="Merelweg")
        told = {"source": Application.Source.SITE, "person": person, "email_is_proven": True}
        application = attempt(submit_application, group, facts, by=person, **told)
        if application:
            for step in (Step.SIGN, Step.RESIDENCE):
                application = attempt(mark_done, application, step, by=self.place.person("ingrid")) or application
        Membership.objects.filter(person=person, left_at=None).update(welcomed_at=timezone.now())

    @rule(who=MEMBERS, role=st.sampled_from(("coordinator", "moderator", "deputy", "member")))
    def give_role(self, who: str, role: str) -> None:
        """By a coordinator, as the page asks."""
        member, by = self.place.member(who), coordinators_of(self.place.group).first()
        if member is None or by is None or by.person_id == member.person_id:
            return
        if role == "coordinator":
            attempt(groups.appoint_coordinator, member, by=by.person)
        elif role == "moderator":
            attempt(groups.appoint_moderator, member, by=by.person)
        elif role == "deputy":
            attempt(groups.set_deputy, by, member, last_day=timezone.localdate() + timedelta(days=9), by=by.person)
        else:
            done = attempt(groups.relieve_coordinator, member, by=by.person)
            assert not done or member.role != "coordinator", f"{who} was relieved by one"

    @rule(removal=st.sampled_from([one.value for one in Removal]))
    def change_rules(self, removal: str) -> None:
        attempt(groups.change_settings, self.place.group, {"photo": "group", "removal": removal})
