# SPDX-License-Identifier: EUPL-1.2
"""What the screen of a step needs to be shown."""

from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.clock import clock
from buurtwacht.people.models import Person
from buurtwacht.policy.model import PlateRule
from buurtwacht.reports import rules
from buurtwacht.reports.choices import Danger
from buurtwacht.reports.compose import call_script, message_of
from buurtwacht.reports.content import Content
from buurtwacht.reports.forms.notice import SHOWN_FIRST, SHOWN_LATER, SIGHTS
from buurtwacht.reports.forms.whole import MOST_PERSONS, MOST_VEHICLES
from buurtwacht.reports.left_out import fit_draft, note_about
from buurtwacht.reports.models import Behaviour, Entry, Report
from buurtwacht.reports.queries import thread_of
from buurtwacht.reports.rules import Step
from buurtwacht.reports.signatures import named
from buurtwacht.reports.whereabouts import streets_of, town_of

from .audience import doubt_offer, reads_first, share_words
from .local_words import local_words
from .photo_words import photo_link, photo_note
from .routes import municipal_route, routes_for
from .turn import Turn

NUMBERS = {Step.NOTICE: 1, Step.ELSEWHERE: 1, Step.ALARM: 2, Step.APP: 3}


def context_of(turn: Turn, person: Person) -> dict[str, Any]:
    """Everything for reports/flow/write.html."""
    group = turn.draft.group
    membership = membership_in(person, group)
    signature = named(person, Entry.Role.REPORTER, membership.street if membership else "")
    return {
        "group": group,
        "policy": group.policy,
        "turn": turn,
        "form": turn.form,
        "at": "neighbour" if turn.neighbour else turn.step.value,
        "content": turn.draft.content,
        **_frame(turn),
        **_notice(turn),
        **_alarm(turn, person, signature),
        **_message(turn, person, signature),
    }


def _frame(turn: Turn) -> dict[str, Any]:
    """The emergency bar, the steps and the way back."""
    number = turn.draft.group.policy.emergency_number
    called_at = turn.neighbour.called_at if turn.neighbour else turn.draft.content.called_at
    step = 2 if turn.neighbour else NUMBERS[turn.step]
    titles = {1: _("Step 1 of 4: Notice"), 2: _("Step 2 of 4: Alarm"), 3: _("Step 3 of 4: App")}
    before = {"number": number, "called_at": None, "quiet": False}
    return {
        "step": step,
        "title": titles[step],
        "back_form": "melding",
        "back_url": reverse("home") if step == 1 else "",
        "back_step": {2: "notice", 3: "call"}.get(step, ""),
        "sos": before | {"called_at": called_at, "quiet": step == 2 or called_at is not None},
        "sos_before": before,
        "sos_after": before | {"called_at": called_at or timezone.now()},
    }


def _notice(turn: Turn) -> dict[str, Any]:
    group, content = turn.draft.group, turn.draft.content
    chosen = turn.form.notice.told("danger")
    return {
        "chips_first": _chips(turn, SHOWN_FIRST),
        "chips_later": _chips(turn, SHOWN_LATER),
        "later_is_open": any(sign in content.behaviours for sign in SHOWN_LATER),
        "sights": [(value, Report.InSight(value).label, hint, value == content.in_sight) for value, hint in SIGHTS],
        "sight_word": _sight_word(content.in_sight),
        "dangers": [(one.value, one.label, one in chosen) for one in (Danger.WEAPON, Danger.WOUNDED)],
        "streets": streets_of(group),
        "pin": content.location.to_json() if content.location else None,
        "pin_words": _("Map with a pin at: %(place)s") % {"place": content.place} if content.place else _("Map"),
        "local_words": local_words(group.policy.emergency_number),
        "routes": routes_for(group),
        "is_lesser": turn.step is Step.ELSEWHERE and content.in_sight != Report.InSight.GONE,
    }


def _alarm(turn: Turn, person: Person, signature: str) -> dict[str, Any]:
    group, neighbour = turn.draft.group, turn.neighbour
    return {
        "script": call_script(turn.draft.content, town=town_of(group), caller=signature),
        "doubt": doubt_offer(group, person),
        "now": clock(timezone.now(), group.tz),
        "neighbour_thread": thread_of(neighbour.report) if neighbour and neighbour.report else None,
    }


def _message(turn: Turn, person: Person, signature: str) -> dict[str, Any]:
    group, content, policy = turn.draft.group, turn.draft.content, turn.draft.group.policy
    sealed = policy.plate is PlateRule.POLICE_ONLY and any(card.plate for card in content.vehicles)
    return {
        "message": message_of(
            _as_neighbours_read_it(turn), policy, group.tz, signature=signature, plate_for_the_police=sealed
        ),
        "left_out": note_about(turn.left_out, policy) if turn.step is Step.APP and turn.left_out else "",
        "reads_first": reads_first(turn.draft, person),
        "share_words": share_words(turn.draft, person),
        "seen_at": clock(content.seen_at, group.tz) if content.seen_at else "",
        "called_at": clock(content.called_at, group.tz) if content.called_at else "",
        "adjusted": turn.form.notice.was_adjusted(),
        "photo_note": photo_note(policy.photo),
        "photo_link": photo_link(policy.photo),
        "municipal": municipal_route(policy),
        "more_persons": len(turn.form.persons) < MOST_PERSONS,
        "more_vehicles": len(turn.form.vehicles) < MOST_VEHICLES,
    }


def _as_neighbours_read_it(turn: Turn) -> Content:
    """A doubt carries the time at which it ends; a plate for the police, and what was left out, are not in it."""
    content, policy = fit_draft(turn.draft)[0].content, turn.draft.group.policy
    if turn.draft.in_doubt and not content.called_at:
        content = replace(content, until=rules.doubt_ends_at(timezone.now(), policy))
    if policy.plate is PlateRule.POLICE_ONLY:
        content = replace(content, vehicles=tuple(replace(card, plate="") for card in content.vehicles))
    return content


def _chips(turn: Turn, signs: tuple[Behaviour, ...]) -> list[tuple[str, Any, bool]]:
    return [(sign.value, sign.label, sign.value in turn.draft.content.behaviours) for sign in signs]


def _sight_word(in_sight: str) -> str:
    """In sight, in one word; a dash as long as nobody said."""
    if not in_sight:
        return "–"
    return _("Yes") if in_sight == Report.InSight.NOW else str(Report.InSight(in_sight).label)
