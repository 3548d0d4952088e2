# SPDX-License-Identifier: EUPL-1.2
"""Which screen comes after a button. The one gate is `rules.next_step`: nobody gets past it, however they ask."""

from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.clock import clock
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import Person
from buurtwacht.reports import rules, services
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.forms import DraftForm
from buurtwacht.reports.hints import Hint, hints_for
from buurtwacht.reports.left_out import fit_draft
from buurtwacht.reports.models import Report
from buurtwacht.reports.nearby import Neighbour, told_nearby
from buurtwacht.reports.rules import Step
from buurtwacht.wording.forms import SHOWN, reasons_in
from buurtwacht.wording.reasons import Reason

from .wishes import Wish, changed, wish_of

TO_THE_CALL = (Wish.CALL, Wish.INSIST, Wish.CALLED, Wish.DIFFERENT)


@dataclass(slots=True)
class Turn:
    """What one press of a button leads to."""

    form: DraftForm
    draft: Draft
    step: Step
    wish: Wish
    hints: list[Hint] = field(default_factory=list)
    neighbour: Neighbour | None = None  # somebody called about this already
    report: Report | None = None  # it was shared

    @property
    def must_change(self) -> bool:
        """Something has to be changed before this can be shared."""
        return any(hint.blocks for hint in self.hints)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Words that neighbours do not read, so that nothing holds up an alarm when there is danger."""
        return (*fit_draft(self.draft)[1], *self.form.colours_not_kept())

    @property
    def shown(self) -> frozenset[str]:
        """The reasons of the wording check that pages before this one said; the form carries them, not the words."""
        return reasons_in(self.form.notice.data.get(SHOWN, ""))

    @property
    def said(self) -> str:
        """The same with those of this page, for the hidden field."""
        return " ".join(sorted(self.shown | {hint.reason for hint in self.hints}))


def first_turn(group: WatchGroup) -> Turn:
    """An empty form, with a number of its own and the time at which it was opened."""
    fresh = QueryDict(mutable=True)
    fresh.update({"draft_id": str(new_id()), "seen_at": clock(timezone.now(), group.tz)})
    form = DraftForm(group, fresh)
    return Turn(form, form.draft(), Step.NOTICE, Wish.NOTICE)


def take_turn(group: WatchGroup, data: QueryDict, files: "MultiValueDict[str, UploadedFile[Any]]", by: Person) -> Turn:
    """Read the form, do what the button says, and decide on the screen."""
    now = timezone.now()
    wish, about = wish_of(data)
    data = changed(data, wish, about, now, group.tz)
    form = DraftForm(group, data, files, now)
    draft = services.located(form.draft())
    if wish is Wish.ADOPT:
        form, draft = _adopt(form, draft, data, about)
    turn = Turn(form, draft, _step(form, draft, wish), wish)
    _call(turn, by)
    if turn.step is Step.ALARM:
        turn.hints = [hint for hint in hints_for(draft, form.texts()) if hint.reason == Reason.MUNICIPAL]
    if turn.step is Step.APP:
        turn.hints = hints_for(draft, form.texts())
        if wish is Wish.SHARE:
            _share(turn, by)
    return turn


def _step(form: DraftForm, draft: Draft, wish: Wish) -> Step:
    """The screen that was asked for, or the first one where something is still to be done."""
    if wish is Wish.NOTICE:
        return Step.NOTICE
    due = rules.next_step(draft.content, draft.group.policy, in_doubt=draft.in_doubt, insists=draft.insists)
    if form.notice.errors:
        return Step.NOTICE
    if due is Step.NOTICE:
        _say_what_is_missing(form, draft)
    return Step.ALARM if due is Step.APP and wish in (Wish.CALL, Wish.INSIST) else due


def _say_what_is_missing(form: DraftForm, draft: Draft) -> None:
    if not rules.says_what_happens(draft.content):
        form.notice.add_error("words", _("Say what happens: choose something above, or write it down."))
    if not rules.says_where(draft.content):
        form.notice.add_error("place", _("Say where it is: a street, or your own place."))
    if not draft.content.in_sight:
        form.notice.add_error("in_sight", _("Say whether you still see it."))


def _call(turn: Turn, by: Person) -> None:
    """On the way to the call: did a neighbour call already? If not, tell the others that this one does."""
    if turn.wish not in TO_THE_CALL or turn.step not in (Step.ALARM, Step.APP):
        return
    if turn.wish is not Wish.CALLED:
        turn.neighbour = told_nearby(turn.draft, by.pk)
    if turn.neighbour is None:
        services.start_calling(turn.draft, by=by)


def _share(turn: Turn, by: Person) -> None:
    if turn.must_change or any(form.errors for form in turn.form.message_forms):
        return
    try:
        turn.report = services.share_report(turn.draft, by=by, shown=turn.shown)
        turn.step = Step.RESPOND
    except services.AlreadyTold as told:
        turn.neighbour = told.neighbour


def _adopt(form: DraftForm, draft: Draft, data: QueryDict, key: str) -> tuple[DraftForm, Draft]:
    """Put the better words of a hint in the place of what was written."""
    for hint in hints_for(draft, form.texts()):
        if hint.key == key and hint.new_text:
            data[hint.field] = hint.new_text
            form = DraftForm(draft.group, data, None, form.notice.now)
            return form, services.located(form.draft())
    return form, draft
