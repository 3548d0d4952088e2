# SPDX-License-Identifier: EUPL-1.2
"""Where one message of somebody we know belongs: to the channel, to what they tell, to a report, or to nothing."""

from dataclasses import replace

from django.conf import settings
from django.urls import reverse

from buurtwacht.channels.inbound import Heard
from buurtwacht.delivery.services import sign_of_life
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import groups_of
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import Person
from buurtwacht.people.services import start_channel, stop_channel
from buurtwacht.reports.content import Location
from buurtwacht.reports.photos import TakenPhoto
from buurtwacht.reports.thread.access import Reader
from buurtwacht.reports.whereabouts import streets_of

from .acting import carried_out
from .engine import Facts, Reply, Said, State, Step, Turned, tell
from .engine import idle_words as idle
from .engine.answering import SILENT, answer
from .engine.model import asking, numbered
from .engine.words import cancelled
from .facts import about, facts_of
from .models import Conversation
from .pictures import photo_in, photo_of
from .saying import costs
from .speaking import Speaker
from .subjects import last_alert, reader_of, report_answered, reports_told
from .understanding import Call, Command, Response, Understood, understand


class Talk:
    """One message, with everything that is known about who said it."""

    def __init__(self, event: Heard, speaker: Speaker, conversation: Conversation) -> None:
        self.event, self.speaker, self.conversation = event, speaker, conversation
        self.person: Person = conversation.person
        self.groups = list(groups_of(self.person).order_by("name"))
        self.state = State.from_json(conversation.state)
        self.group = self._group()
        self.told = understand(event.text, self.person.language, self._streets())

    def turned(self) -> Turned | None:
        """What follows; None when nothing is to be said."""
        if (turned := self._about_the_channel()) is not None:
            return turned
        if not self.groups:
            return Turned(State(), idle.without_group(settings.SITE_URL))
        said = self._said()
        if said.cannot_hear and not self.event.text:
            return Turned(self.state, idle.cannot_hear())
        if self.event.room and not self._is_for_us(said):
            return None
        return self._routed(said)

    def _about_the_channel(self) -> Turned | None:
        """STOP and START are about messages as such. In the middle of telling, STOP first ends that."""
        point, command = self.speaker.point, self.told.command
        assert point is not None  # noqa: S101 - only for who is known
        number = self._number()
        if command is Command.STOP and (self.state.tells or self.state.step is not Step.IDLE):
            return Turned(State(), idle.stop_asked(number))
        if command in (Command.LEAVE, Command.STOP) and not self.event.room:
            stop_channel(point)
            return Turned(State(), idle.stopped())
        if command is Command.RETURN and not self.event.room and not self.state.tells:
            if not point.is_on:
                start_channel(point)
            return Turned(State(), idle.started(number))
        return None

    def _routed(self, said: Said) -> Turned:
        state, told = self.state, said.understood
        if state.step is Step.GROUP:
            return self._in_group(said)
        answered = report_answered(self.speaker.delivery, self.person)
        if state.tells and answered and any(code in SILENT for code in said.choices):
            return self._in_between(said, answered)
        if state.tells:
            return self._telling(state, said)
        sees_it = told.is_only_yes and state.step is Step.IDLE and "report" in state.options  # "Ziet u nu iets?" "Ja"
        if told.command is Command.REPORT or "report" in said.choices or sees_it:
            return self._begin(said)
        if told.command is Command.CANCEL and told.response is None and not answered:
            return Turned(State(report=state.report), cancelled(self._number()))
        reader = answered or self._meant(said)
        if isinstance(reader, Turned):
            return reader
        if reader and (answered or not _is_something_new(told, reader)):
            return self._answering(said, reader)
        if reader or _is_worth_telling(said) or self._goes_on(told):
            return self._begin(said)
        return self._small_talk(told, said)

    def _meant(self, said: Said) -> Reader | Turned | None:
        """The one report that goes on here; with several, the one that was spoken of last, or the one they choose."""
        point, state = self.speaker.point, self.state
        assert point is not None  # noqa: S101 - only for who is known
        room = self.speaker.room
        told = reports_told(point, room.pk if room else None)
        chosen = next((code.removeprefix("about:") for code in said.choices if code.startswith("about:")), state.report)
        found = next((reader for reader in told if str(reader.report.pk) == chosen), None)
        if found is None and len(told) > 1 and self._is_not_worth_asking(said):
            found = last_alert(point, told)
        if found and state.step is Step.WHICH and state.held:
            self.state, self.event = (
                replace(state, held="", step=Step.IDLE),
                replace(self.event, text=state.held, choice=""),
            )
            self.told = understand(state.held, self.person.language, self._streets())
            return self._answering(self._said(), found)
        if not found and len(told) > 1 and self._is_no_answer(said):
            return None
        if found or len(told) < 2:
            return found or (told[0] if told else reader_of(self.person, state.report) if state.report else None)
        reports = [(str(reader.report.pk), f"{about(reader).clock} {reader.report.title}"[:60]) for reader in told]
        held = replace(state, held=self.event.text[:600])
        return asking(held, Step.WHICH, idle.which_report(reports, again=state.step is Step.WHICH))

    def _is_not_worth_asking(self, said: Said) -> bool:
        """ "Seen" alone, where asking costs money: it counts for the last alert that came here. News never does."""
        told = said.understood
        only_seen = told.response in SILENT and not (told.is_news or told.says_a_report or told.call or said.location)
        return only_seen and self.state.step is not Step.WHICH and costs(self.speaker, Reply("?"))

    def _is_no_answer(self, said: Said) -> bool:
        """With several reports going on: a whole new one, or what was asked about and is not in the list."""
        told, asked = said.understood, self.state.step is Step.WHICH
        if told.response is Response.CORRECTION:
            return False
        if told.says_a_report:
            return True
        held = understand(self.state.held, self.person.language, self._streets())
        return asked and not told.numbers and (held.is_news or told.is_news or told.call is not None)

    def _begin(self, said: Said) -> Turned:
        state = State(draft_id=str(new_id()), photo=self.state.photo)
        said = self._with_what_was_held(said)
        if self.group is None:
            groups = [(group.slug, group.name) for group in self.groups]
            held = replace(state, held=self.event.text[:600], photo=state.photo or said.photo)
            held = replace(held, content=replace(held.content, location=said.location))
            return asking(held, Step.GROUP, idle.which_group(groups))
        return self._telling(state, replace(said, choices=()))

    def _goes_on(self, told: Understood) -> bool:
        """They wrote something before we asked, and this does not take it back."""
        asked = self.state.step is Step.WHICH or told.is_only_yes
        return bool(self.state.held) and asked and not (told.is_thanks or told.is_greeting or told.no)

    def _with_what_was_held(self, said: Said) -> Said:
        """What they wrote before we asked something belongs to it: nobody who is frightened types twice."""
        if self.state.step not in (Step.IDLE, Step.WHICH) or not self.state.held:
            return said
        now = "" if said.choices else self.event.text
        is_said = not understand(self.state.held, self.person.language, self._streets()).says_nothing_new
        parts = (self.state.held if is_said else "", now)
        both = ". ".join(part.strip(" .") for part in parts if part.strip(" ."))
        self.event = replace(self.event, text=both, choice="")
        self.told = understand(both, self.person.language, self._streets())
        return replace(said, understood=self.told, choices=())

    def _in_group(self, said: Said) -> Turned:
        slugs = {f"group:{group.slug}": group for group in self.groups}
        by_name = {group.name.casefold(): group for group in self.groups}
        picked = next((slugs[code] for code in said.choices if code in slugs), None)
        self.group = picked or by_name.get(self.event.text.strip().casefold())
        if self.group is None:
            return asking(self.state, Step.GROUP, idle.which_group([(group.slug, group.name) for group in self.groups]))
        held = self.state.held
        self.told = understand(held, self.person.language, self._streets())
        state = replace(self.state, step=Step.IDLE, held="", options=())
        return self._telling(state, Said(understood=self.told, photo=state.photo))

    def _telling(self, state: State, said: Said) -> Turned:
        group = self.group or self.groups[0]
        self.conversation.group = group
        photo, said = self._photo(said, group)
        facts = facts_of(group, self.person)
        turned = tell(replace(state, photo=photo is not None), said, facts)
        return self._done(turned, said, group, facts, photo)

    def _answering(self, said: Said, reader: Reader) -> Turned:
        report = reader.report
        sign_of_life(self.person.pk, list(report.entries.values_list("pk", flat=True)))
        photo, said = self._photo(said, report.group)
        facts = facts_of(report.group, self.person)
        turned = answer(replace(self.state, photo=photo is not None), said, about(reader), facts)
        return self._done(turned, said, report.group, facts, photo)

    def _in_between(self, said: Said, reader: Reader) -> Turned:
        """In the middle of telling they tap "seen" under an alert: it counts, and what they were telling goes on."""
        group, facts = reader.report.group, facts_of(reader.report.group, self.person)
        turned = self._done(answer(State(), said, about(reader), facts), said, group, facts, None)
        return Turned(self.state, idle.go_on_telling(turned.reply))

    def _photo(self, said: Said, group: WatchGroup) -> tuple[TakenPhoto | None, Said]:
        """The photo that waits, if this group takes photos; else what was said has why not."""
        try:
            return photo_of(self.conversation, group.policy), said
        except DomainError as refusal:
            self.conversation.photo = None
            return None, replace(said, photo=False, photo_problem=str(refusal))

    def _done(self, turned: Turned, said: Said, group: WatchGroup, facts: Facts, photo: TakenPhoto | None) -> Turned:
        """Carry it out, and say first what was wrong with a photo."""
        heard_id = self._heard_id()
        turned = carried_out(turned, person=self.person, group=group, facts=facts, photo=photo, heard_id=heard_id)
        if not said.photo_problem:
            return turned
        return replace(turned, reply=replace(turned.reply, text=f"{said.photo_problem}\n\n{turned.reply.text}"))

    def _small_talk(self, told: Understood, said: Said) -> Turned:
        number = self._number()
        calm = State(report=self.state.report)
        if told.is_thanks:
            return Turned(calm, idle.kind_words())
        if told.command is Command.HELP or "help" in said.choices:
            return Turned(calm, idle.how_it_works(number))
        says_something = not (told.is_greeting or told.says_nothing_new or told.is_question)
        held = self.event.text[:600] if says_something else self.state.held
        questions = settings.SITE_URL + reverse("own_questions") if told.is_question else ""
        return asking(replace(calm, held=held), Step.IDLE, idle.menu(number, questions))

    def _said(self) -> Said:
        photo, problem = photo_in(self.event, self.speaker.channel, self.conversation, self.group or self.groups[0])
        location = Location(*(round(one, 5) for one in self.event.location)) if self.event.location else None
        return Said(
            understood=self.told,
            choices=self._choices(),
            location=location,
            photo=photo,
            photo_problem=problem,
            cannot_hear=any(media.kind != "photo" for media in self.event.media),
        )

    def _choices(self) -> tuple[str, ...]:
        if self.event.choice:
            return (self.event.choice,)
        return numbered(self.told.numbers, self.state.options)

    def _is_for_us(self, said: Said) -> bool:
        """In a room neighbours may talk among themselves: only what is clearly an answer or news is for us."""
        told = said.understood
        return bool(said.choices or told.is_news or told.response or told.call or told.command is Command.REPORT)

    def _group(self) -> WatchGroup | None:
        room = self.speaker.room
        mine = {group.pk: group for group in self.groups}
        if room and room.group_id in mine:
            return mine[room.group_id]
        if self.state.tells and self.conversation.group_id in mine:
            return mine[self.conversation.group_id]
        return self.groups[0] if len(self.groups) == 1 else None

    def _streets(self) -> list[str]:
        groups = [self.group] if self.group else self.groups
        return [street.name for group in groups for street in streets_of(group)]

    def _number(self) -> str:
        group = self.group or (self.groups[0] if self.groups else None)
        return group.policy.emergency_number if group else "112"

    def _heard_id(self) -> str:
        return f"{self.speaker.channel}:{self.event.id}"


def _is_something_new(told: Understood, reader: Reader) -> bool:
    """A whole new report, and not an answer: somebody called about something, and says where."""
    if told.response is Response.CORRECTION:
        return False
    called = told.call is Call.CALLED and reader.report.called_at is not None
    over = not reader.report.is_live and (told.is_news or told.call is not None)
    return over or (called and bool(told.behaviours and told.place))


def _is_worth_telling(said: Said) -> bool:
    told = said.understood
    return bool(told.is_news or told.call or told.in_sight or said.location or said.photo or said.photo_problem)
