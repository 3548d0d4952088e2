# SPDX-License-Identifier: EUPL-1.2
"""What the engine must know of a group, a person and a report. Reads; changes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.clock import clock
from buurtwacht.people.models import Person
from buurtwacht.policy.model import PlateRule, Policy
from buurtwacht.reports import rules
from buurtwacht.reports.compose import call_script, message_of
from buurtwacht.reports.compose.text import joined, sentence
from buurtwacht.reports.content import Content, PersonCard, filtered
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.flow.audience import doubt_offer, share_words
from buurtwacht.reports.flow.photo_words import photo_note
from buurtwacht.reports.flow.routes import routes_for
from buurtwacht.reports.hints import hints_for
from buurtwacht.reports.left_out import fit_draft
from buurtwacht.reports.models import Entry
from buurtwacht.reports.nearby import told_nearby
from buurtwacht.reports.services import located
from buurtwacht.reports.signatures import named
from buurtwacht.reports.thread import rules as thread_rules
from buurtwacht.reports.thread.access import Reader
from buurtwacht.reports.thread.queries import told_last
from buurtwacht.reports.thread.words import advice_on
from buurtwacht.reports.whereabouts import town_of
from buurtwacht.wording.reasons import Reason

from .engine import Choice, Facts, Near, Remark, State
from .engine.about import About


def facts_of(group: WatchGroup, person: Person) -> Facts:
    """What the engine asks about this group, for this person."""
    membership = membership_in(person, group)
    policy = group.policy
    return Facts(
        number=policy.emergency_number,
        now=timezone.now(),
        zone=group.tz,
        doubt=doubt_offer(group, person) is not None,
        street=membership.street if membership else "",
        neighbour=partial(_neighbour, group, person),
        remarks=partial(_remarks, group),
        preview=partial(_preview, group, person, membership),
        share_words=partial(_share_words, group, person),
        routes="\n".join(f"{route.label}. {route.words}" for route in routes_for(group)),
        no_emergency=partial(_is_no_emergency, policy),
        photo_note=photo_note(policy.photo),
        script=partial(_script, group, person, membership),
    )


def draft_of(state: State, group: WatchGroup) -> Draft:
    """What was told so far, as the services want it."""
    content = filtered(state.content, group.policy)
    if content.text:  # that it is a man or a woman, the words say already
        content = replace(content, persons=tuple(card for card in content.persons if card != PersonCard(sex=card.sex)))
    return Draft(
        id=UUID(state.draft_id),
        group=group,
        content=content,
        in_doubt=state.in_doubt,
        insists=state.insists,
        apart_from=frozenset(UUID(one) for one in state.apart),
    )


def about(reader: Reader) -> About:
    """A report as the engine may know it."""
    report, policy = reader.report, reader.policy
    return About(
        id=str(report.pk),
        words=joined((sentence(report.title or _("A report")), sentence(report.place))).rstrip("."),
        clock=clock(report.shared_at, report.group.tz),
        number=policy.emergency_number,
        called=report.called_at is not None,
        refusal=thread_rules.refusal_to_write(report, policy) or "",
        police_there=report.police_on_site_at is not None,
        coordinates=reader.coordinates,
        reported=reader.is_reporter,
        waits_for=_answers(reader),
        remarks=partial(_remarks_on, reader),
        told=partial(told_last, reader.report),
        preview=partial(_as_corrected, reader),
    )


def _answers(reader: Reader) -> tuple[Choice, ...]:
    if not reader.coordinates:
        return ()
    number = {"number": reader.policy.emergency_number}
    titles = {
        thread_rules.Answer.CALL: _("Call %(number)s") % number,
        thread_rules.Answer.SHARE: _("Ask the group"),
        thread_rules.Answer.RAISE: _("Raise the alarm"),
        thread_rules.Answer.FALSE_ALARM: _("Nothing is wrong"),
    }
    return tuple(Choice(f"decide:{one.value}", titles[one]) for one in thread_rules.answers_to(reader.report))


def _neighbour(group: WatchGroup, person: Person, state: State) -> Near | None:
    found = told_nearby(located(draft_of(state, group)), person.pk)
    if found is None or found.report is None:
        return None
    report = found.report
    words = joined((sentence(report.title), sentence(report.place)))
    return Near(id=str(report.pk), words=words, clock=clock(report.shared_at, group.tz))


def _remarks(group: WatchGroup, state: State) -> Sequence[Remark]:
    return [
        Remark(
            field=hint.field,
            why=joined((hint.why, hint.instead, _municipal(group.policy) if hint.reason == Reason.MUNICIPAL else "")),
            better=hint.new_text,
            blocks=hint.blocks,
            reason=hint.reason,
        )
        for hint in hints_for(draft_of(state, group))
    ]


def _is_no_emergency(policy: Policy, content: Content) -> bool:
    return rules.is_no_emergency(content, policy)


def _municipal(policy: Policy) -> str:
    """Where the municipality takes such a report: the address itself, since a text message has no links."""
    return policy.municipal_report_url or policy.municipal_number


def _remarks_on(reader: Reader, text: str) -> Sequence[Remark]:
    return [
        Remark(
            field="words",
            why=str(advice.why),
            better=advice.applied_to(text) if advice.better else "",
            blocks=advice.blocks,
            reason=advice.reason.public.value,
        )
        for advice in advice_on(text, reader.policy)
    ]


def _preview(group: WatchGroup, person: Person, membership: Membership | None, state: State) -> str:
    """Exactly as neighbours will read it."""
    policy, content = group.policy, fit_draft(located(draft_of(state, group)))[0].content
    if state.in_doubt and not content.called_at:
        content = replace(content, until=rules.doubt_ends_at(timezone.now(), policy))
    signature = named(person, Entry.Role.REPORTER, membership.street if membership else "")
    return _as_read(content, group, signature)


def _as_corrected(reader: Reader, content: Content) -> str:
    """The same, of what takes the place of what was told; with the call as it is on record."""
    report = reader.report
    called = replace(filtered(content, reader.policy), called_at=report.called_at)
    return _as_read(called, report.group, named(reader.person, reader.role, reader.membership.street))


def _as_read(content: Content, group: WatchGroup, signature: str) -> str:
    policy = group.policy
    sealed = policy.plate is PlateRule.POLICE_ONLY and any(card.plate for card in content.vehicles)
    if policy.plate is not PlateRule.GROUP:
        content = replace(content, vehicles=tuple(replace(card, plate="") for card in content.vehicles))
    message = message_of(content, policy, group.tz, signature=signature, plate_for_the_police=sealed)
    call = joined((sentence(message.call), sentence(message.call_hint)))
    return "\n".join(part for part in (call, message.text, message.signature) if part)


def _share_words(group: WatchGroup, person: Person, state: State) -> str:
    return f"{share_words(draft_of(state, group), person)}?"


def _script(group: WatchGroup, person: Person, membership: Membership | None, state: State) -> str:
    """What to say to the operator, shortened to what was told."""
    if not state.draft_id:
        return ""
    signature = named(person, Entry.Role.REPORTER, membership.street if membership else "")
    content = located(draft_of(state, group)).content
    asked = call_script(content, town=town_of(group), caller=signature)
    said = [
        sentence(one.answer)
        for one in asked[:3]
        if one.answer and (one.key != "what" or content.text or content.behaviours)
    ]
    return _("Say: %(words)s") % {"words": joined(said)} if said else ""
