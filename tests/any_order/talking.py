# SPDX-License-Identifier: EUPL-1.2
"""What neighbours say and do with what was said: reports, news, flags, private words, hiding, endings."""

import io

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule
from PIL import Image

from buurtwacht.alerts.models import Relay
from buurtwacht.alerts.relay.services import ask_neighbours, decline, pass_on
from buurtwacht.lib.ids import new_id
from buurtwacht.moderation.flagging import services as flagging
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.reports.content import Content, Location, VehicleCard
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.hiding import HideReason
from buurtwacht.reports.models import Entry, Photo, Report
from buurtwacht.reports.services import share_report
from buurtwacht.reports.thread import rules, services

from .neighbourhood import attempt, one_of, reports_here

NUMBER = st.integers(0, 5)
MEMBERS = st.sampled_from(("bram", "gerrit", "karin", "anna", "ingrid", "jonas", "farid"))
ANYBODY = st.sampled_from(
    ("anna", "ingrid", "jonas", "anna", "ingrid", "eva", "bram", "gerrit", "karin", "farid", "dirk")
)
REASONS = st.sampled_from([one.value for one in HideReason])
KINDS = st.sampled_from((Entry.Kind.SIGHTING, Entry.Kind.VEHICLE, Entry.Kind.PERSON, Entry.Kind.CALL))
SPOTS = ((52.0412, 5.6631), (52.0331, 5.6512), (52.0489, 5.6689), (52.0441, 5.6533))


def jpeg() -> bytes:
    """A very small photo."""
    target = io.BytesIO()
    Image.new("RGB", (3, 2)).save(target, "JPEG")
    return target.getvalue()


class Talking:
    """`place` is the neighbourhood."""

    def any_entry(self, number: int) -> Entry | None:
        known = Entry.objects.filter(pk__in=list(self.place.said)).select_related(
            "report__group__organisation", "author"
        )
        return one_of(known.order_by("-pk"), number)

    def any_report(self, number: int) -> Report | None:
        return one_of(reports_here(self.place).order_by("-pk"), number)

    def content(self, words: tuple[str, str], number: int = 0, **more: object) -> Content:
        word, where = words
        now = timezone.now()
        told = {"behaviours": ("tries_doors",), "in_sight": "now", "seen_at": now, "called_at": now}
        return Content(**(told | {
            "text": f"Man voelt aan deuren, {word}", "place": f"bij {where}", "location": Location(*SPOTS[number % 4]),
        } | more))  # fmt: skip

    @rule(by=MEMBERS, number=NUMBER)
    def share(self, by: str, number: int) -> None:
        words = self.place.new_words()
        draft = Draft(id=new_id(), group=self.place.group, content=self.content(words, number))
        report = attempt(share_report, draft, by=self.place.person(by))
        if report:
            self.place.hear(report.entries.get(), words, by)

    @rule(by=MEMBERS, number=NUMBER, kind=KINDS)
    def supplement(self, by: str, number: int, kind: str) -> None:
        report, words = self.any_report(number), self.place.new_words()
        if report is None:
            return
        cards = (VehicleCard(kind="van", colour=words[1]),) if kind == Entry.Kind.VEHICLE else ()
        content = Content(text=f"Loopt door, {words[0]}", direction=f"naar {words[1]}", vehicles=cards)
        entry = attempt(services.add_supplement, report, by=self.place.person(by), kind=kind, content=content)
        if entry:
            self.place.hear(entry, words, by)

    @rule(by=ANYBODY, number=NUMBER)
    def correct(self, by: str, number: int) -> None:
        report, words = self.any_report(number), self.place.new_words()
        if report is None:
            return
        entry = attempt(services.correct_report, report, by=self.place.person(by), content=self.content(words, number))
        if entry:
            self.place.replace(report.pk)
            self.place.hear(entry, words, by)

    @rule(by=ANYBODY, number=NUMBER, reason=REASONS)
    def hide(self, by: str, number: int, reason: str) -> None:
        entry = self.any_entry(number)
        if entry and attempt(services.hide_entry, entry, by=self.place.person(by), reason=reason):
            if entry.kind in rules.FULL_TELLINGS:
                self.place.hide_report(entry.report_id)
            self.place.hidden.add(entry.pk)

    @rule(by=ANYBODY, number=NUMBER, reason=REASONS)
    def hide_from_the_flags(self, by: str, number: int, reason: str) -> None:
        entry = self.any_entry(number)
        if entry is None:
            return
        if attempt(lambda: flagging.hide_it(entry, by=self.place.person(by), reason=reason) or True):
            if entry.kind in rules.FULL_TELLINGS:
                self.place.hide_report(entry.report_id)
            self.place.hidden.add(entry.pk)

    @rule(by=ANYBODY, number=NUMBER, reason=REASONS, kind=KINDS, also=st.booleans())
    def say_and_hide(self, by: str, number: int, reason: str, kind: str, also: bool) -> None:
        """The newest words, at once; perhaps after they were sent."""
        self.share("karin", number)
        self.supplement("bram", 0, kind)
        if also:
            self.send()
        self.hide("ingrid" if by == "bram" else by, 0, reason)

    @rule(by=ANYBODY, number=NUMBER)
    def show_again(self, by: str, number: int) -> None:
        entry = one_of(Entry.objects.filter(hidden_at__isnull=False).select_related("report").order_by("-pk"), number)
        if entry and attempt(services.show_entry_again, entry, by=self.place.person(by)):
            report = Report.objects.get(pk=entry.report_id)
            if report.status != Report.Status.HIDDEN:
                self.place.hidden.discard(entry.pk)

    @rule(by=ANYBODY, number=NUMBER, reason=REASONS)
    def hide_whole(self, by: str, number: int, reason: str) -> None:
        report = self.any_report(number)
        if report and attempt(services.hide_report, report, by=self.place.person(by), reason=reason):
            self.place.hide_report(report.pk)

    @rule(by=ANYBODY, number=NUMBER)
    def show_whole_again(self, by: str, number: int) -> None:
        rows = Report.objects.filter(status=Report.Status.HIDDEN).select_related("group").order_by("-pk")
        report = one_of(rows, number)
        if report and attempt(services.show_report_again, report, by=self.place.person(by)):
            assert report.reporter_id != self.place.ids[by], "nobody judges their own report"
            self.place.show_report(report.pk)

    @rule(by=MEMBERS, number=NUMBER, withdraw=st.booleans())
    def end_for_nothing(self, by: str, number: int, withdraw: bool) -> None:
        report = self.any_report(number)
        act = services.withdraw_report if withdraw else services.call_it_false_alarm
        if report and attempt(act, report, by=self.place.person(by)):
            self.place.erase(report.pk, rules.DESCRIPTIONS)

    @rule(by=ANYBODY, number=NUMBER)
    def close(self, by: str, number: int) -> None:
        report, words = self.any_report(number), self.place.new_words()
        told = {"reason": "nothing_more", "advice": f"Kijk uw poort na, {words[0]}"}
        entry = attempt(services.close_report, report, by=self.place.person(by), **told) if report else None
        if entry:
            self.place.hear(entry, words, by)

    @rule(by=MEMBERS, number=NUMBER, reason=st.sampled_from(Flag.Reason.values))
    def flag(self, by: str, number: int, reason: str) -> None:
        entry = self.any_entry(number)
        if entry:
            attempt(flagging.raise_flag, entry, by=self.place.person(by), reason=reason, words="Dit klopt niet")

    @rule(by=ANYBODY, number=NUMBER)
    def nudge(self, by: str, number: int) -> None:
        entry = self.any_entry(number)
        if entry:
            attempt(flagging.nudge_the_writer, entry, by=self.place.person(by))

    @rule(number=NUMBER, answer=st.sampled_from(("keep", "back", "change")), right=st.booleans(), other=MEMBERS)
    def answer_nudge(self, number: int, answer: str, right: bool, other: str) -> None:
        nudge = one_of(Nudge.objects.select_related("entry__report", "person").order_by("pk"), number)
        if nudge is None:
            return
        by, words = nudge.person if right else self.place.person(other), self.place.new_words()
        if answer == "keep":
            attempt(flagging.keep_words, nudge, by=by)
        elif answer == "back":
            if attempt(lambda: flagging.take_back_by_nudge(nudge, by=by) or True):
                self.place.hidden.add(nudge.entry_id)
        else:
            better = Content(text=f"Loopt weg, {words[0]}", direction=f"naar {words[1]}")
            if entry := attempt(flagging.change_by_nudge, nudge, by=by, content=better):
                self.place.hidden.add(nudge.entry_id)
                self.place.hear(entry, words, self.place.name(by.pk))

    @rule(by=ANYBODY, number=NUMBER)
    def let_it_stay(self, by: str, number: int) -> None:
        entry = self.any_entry(number)
        if entry:
            attempt(flagging.let_it_stay, entry, by=self.place.person(by), answer="Dit mag")

    @rule(number=NUMBER)
    def photograph(self, number: int) -> None:
        entry = self.any_entry(number)
        if entry and entry.pk in self.place.said and entry.pk not in self.place.hidden | self.place.gone:
            told = {"image": jpeg(), "shown": jpeg(), "digest": b"1" * 32, "width": 3, "height": 2}
            words = self.place.said[entry.pk].word
            Photo.objects.create(report=entry.report, entry=entry, audience="group", description=words, **told)

    @rule(by=st.sampled_from(("anna", "ingrid", "bram")), number=NUMBER)
    def ask_next_group(self, by: str, number: int) -> None:
        report = self.any_report(number)
        if report:
            attempt(ask_neighbours, report, [self.place.next_group], self.place.person(by))

    @rule(by=st.sampled_from(("farid", "anna")), number=NUMBER, yes=st.booleans())
    def answer_as_next_group(self, by: str, number: int, yes: bool) -> None:
        relay = one_of(Relay.objects.order_by("pk"), number)
        if relay:
            attempt(pass_on if yes else decline, relay, self.place.person(by))
