# SPDX-License-Identifier: EUPL-1.2
"""Carrying out what the engine decided, by the same services as the site. What they refuse is said as they say it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID, uuid5

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.alerts.services import acknowledge
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports import rules
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.left_out import fit_draft, note_about, note_on_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.photos import TakenPhoto
from buurtwacht.reports.queries import neighbours_to_tell
from buurtwacht.reports.services import AlreadyTold, share_report, start_calling
from buurtwacht.reports.thread import services
from buurtwacht.reports.thread.safety import safety_note

from .engine import Act, Facts, Near, Reply, State, Step, Turned, show, words
from .engine import idle_words as idle
from .engine.model import asking
from .facts import draft_of
from .subjects import reader_of

ENTRIES = UUID("6f1f2a52-7b1c-5d0e-9a57-0b6a2f1f4c11")  # entries of conversations have ids made under this name


def entry_id_of(heard_id: str, kind: str = "") -> UUID:
    """The id of the entry that a message becomes: the same message, heard twice, is one entry."""
    return uuid5(ENTRIES, f"{heard_id}:{kind}")


def carried_out(
    turned: Turned, *, person: Person, group: WatchGroup, facts: Facts, photo: TakenPhoto | None, heard_id: str
) -> Turned:
    """Do what was decided, and say what came of it."""
    act, state = turned.act, turned.state
    if act is None:
        return turned
    if act.kind == "calling":
        with suppress(DomainError):
            start_calling(draft_of(state, group), by=person)
        return turned
    if act.kind == "share":
        return _share(turned, person, group, facts, photo)
    if act.kind == "join":
        return _join(turned, person, facts, heard_id, photo)
    try:
        done = _on_report(act, UUID(state.report), person, heard_id, photo)
    except DomainError as refusal:
        return replace(turned, reply=Reply(str(refusal)))
    if isinstance(done, Entry) and (note := note_on_entry(act.content, read(done), group.policy)):
        return replace(turned, reply=_with_note(replace(turned.reply, can_be_missed=False), note))
    return turned


def _share(turned: Turned, person: Person, group: WatchGroup, facts: Facts, photo: TakenPhoto | None) -> Turned:
    state = turned.state
    draft = replace(draft_of(state, group), photo=_described(photo, state.content))
    try:
        report = share_report(draft, by=person, shown=state.shown)
    except AlreadyTold as told:
        near = _near(told)
        return asking(replace(state, held=near.id), Step.NEIGHBOUR, words.neighbour_told(near, facts.number))
    except DomainError as refusal:
        return show(state, facts, str(refusal))
    return Turned(State(report=str(report.pk)), _with_note(_shared_words(report), _left_out(draft)))


def _left_out(draft: Draft) -> str:
    left_out = fit_draft(draft)[1]
    return note_about(left_out, draft.group.policy) if left_out else ""


def _with_note(reply: Reply, note: str) -> Reply:
    return replace(reply, text=words.paragraphs(reply.text, note))


def _shared_words(report: Report) -> Reply:
    policy, count = report.group.policy, neighbours_to_tell(report.group)
    told = ngettext("Shared with %(count)s neighbour.", "Shared with %(count)s neighbours.", count) % {"count": count}
    if not rules.is_for_everybody(report, policy):
        told = _("Sent to your coordinator, who decides.")
    in_doubt = report.status == Report.Status.DOUBT
    return idle.shared(told, safety_note(policy), policy.emergency_number, in_doubt=in_doubt)


def _described(photo: TakenPhoto | None, content: Content) -> TakenPhoto | None:
    """A photo is never shared without words: those that it came with. None when there are none."""
    words_with_it = (content.text or content.place)[:200]
    return replace(photo, description=words_with_it) if photo and words_with_it else None


def _near(told: AlreadyTold) -> Near:
    report = told.neighbour.report
    assert report is not None  # noqa: S101 - raised only for what was shared
    reader_words = f"{report.title}. {report.place}".strip(". ")
    return Near(id=str(report.pk), words=reader_words, clock=f"{report.shared_at.astimezone(report.group.tz):%H:%M}")


def _join(turned: Turned, person: Person, facts: Facts, heard_id: str, photo: TakenPhoto | None) -> Turned:
    """What somebody was telling becomes an addition to what a neighbour told."""
    state, act = turned.state, turned.act
    reader = reader_of(person, act.report) if act else None
    if reader is None:
        return show(replace(state, step=Step.PREVIEW, apart=(*state.apart, state.held)), facts)
    told = state.content
    content = Content(
        text=told.text[:200],
        place=told.place,
        location=told.location,
        direction=told.direction,
        seen_at=facts.now,
        persons=told.persons,
        vehicles=told.vehicles,
    )
    adding = Act(kind="add", entry_kind=str(Entry.Kind.SIGHTING), content=content, shown=state.shown, photo=True)
    try:
        _on_report(adding, reader.report.pk, person, heard_id, photo)
    except DomainError as refusal:
        return Turned(state, Reply(str(refusal), words.neighbour_told(_as_near(reader.report), facts.number).choices))
    return Turned(State(report=str(reader.report.pk)), idle.added_to_neighbour())


def _as_near(report: Report) -> Near:
    return Near(id=str(report.pk), words=report.title, clock="")


def _on_report(act: Act, report_id: UUID, person: Person, heard_id: str, photo: TakenPhoto | None) -> object:
    reader = reader_of(person, report_id)
    if reader is None:
        raise DomainError(_("There is no such report."))
    entry_id = entry_id_of(heard_id, act.kind)
    if act.kind == "add":
        return _add(act, reader.report, person, entry_id, photo if act.photo else None)
    return _DO[act.kind](act, reader.report, person, entry_id)


def _add(act: Act, report: Report, person: Person, entry_id: UUID, photo: TakenPhoto | None) -> Entry:
    described = _described(photo, act.content)
    return services.add_supplement(
        report,
        by=person,
        kind=Entry.Kind(act.entry_kind),
        content=act.content,
        entry_id=entry_id,
        shown=act.shown,
        photos=[described] if described else [],
    )


_DO: dict[str, Callable[[Act, Report, Person, UUID], object]] = {
    "acknowledge": lambda act, report, person, entry_id: acknowledge(report.pk, person, act.answer),
    "called": lambda act, report, person, entry_id: services.call_made(
        report, by=person, content=act.content, entry_id=entry_id
    ),
    "correct": lambda act, report, person, entry_id: services.correct_report(
        report, by=person, content=act.content, entry_id=entry_id, shown=act.shown
    ),
    "police": lambda act, report, person, entry_id: services.mark_police_on_site(report, by=person, entry_id=entry_id),
    "false_alarm": lambda act, report, person, entry_id: services.call_it_false_alarm(
        report, by=person, entry_id=entry_id
    ),
    "withdraw": lambda act, report, person, entry_id: services.withdraw_report(report, by=person, entry_id=entry_id),
    "close": lambda act, report, person, entry_id: services.close_report(
        report, by=person, reason=act.answer, entry_id=entry_id
    ),
    "decide": lambda act, report, person, entry_id: services.answer_question(
        report, by=person, answer=act.answer, entry_id=entry_id
    ),
}
