# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.desk_registry import Link, Meter, Task, links_for, meters_of, tasks_for
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of, membership_in
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.rules import Answer, answers_to

Kind = Entry.Kind
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
AT_ONCE = 5  # tasks that one sees before anything is folded away: what a coordinator does in five minutes
DONE = (Kind.CLOSING, Kind.FALSE_ALARM, Kind.ADVICE, Kind.HANDOVER, Kind.OUTCOME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a coordinator has to do for one group, and how the group is."""

    group: WatchGroup
    tasks: tuple[Task, ...]
    meters: tuple[Meter, ...]
    links: tuple[Link, ...]
    own: Membership | None
    deputy: Membership | None
    done: tuple[str, ...]
    done_count: int

    @property
    def headline(self) -> str:
        """The number of things to do, in words as long as that reads well."""
        count = len(self.first) + len(self.later)
        if count == 0:
            return _("Nothing to do")
        return ngettext("%(number)s thing to do", "%(number)s things to do", count) % {"number": in_words(count)}

    @property
    def minutes(self) -> int:
        """How long what stands open usually takes."""
        return sum(task.minutes for task in (*self.first, *self.later))

    @property
    def first(self) -> tuple[Task, ...]:
        """What goes on now, or is due within a day."""
        return tuple(task for task in self.tasks if self._is_soon(task))

    @property
    def later(self) -> tuple[Task, ...]:
        """What can wait a few days and is not folded away."""
        return self._can_wait[: self._room]

    @property
    def folded(self) -> tuple[Task, ...]:
        """What can wait and would be too much at once: one tap away."""
        return self._can_wait[self._room :]

    @property
    def folded_minutes(self) -> int:
        return sum(task.minutes for task in self.folded)

    @property
    def _can_wait(self) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if not self._is_soon(task))

    @property
    def _room(self) -> int:
        """How many that can wait stand open; one alone is never folded away."""
        room = max(AT_ONCE - len(self.first), 0)
        return room + 1 if len(self._can_wait) == room + 1 else room

    @property
    def deputy_is_on(self) -> bool:
        return bool(self.deputy and self.deputy.deputy_until and self.deputy.deputy_until >= timezone.localdate())

    @property
    def is_shared(self) -> bool:
        """Is this the desk of the coordinator, or does a deputy sit at it?"""
        return self.own is not None and self.own.role != Membership.Role.COORDINATOR

    @staticmethod
    def _is_soon(task: Task) -> bool:
        return task.is_now or task.due_at <= timezone.now() + DAY


def candidates_for(own: Membership) -> QuerySet[Membership]:
    """Who could stand in: other members who do not coordinate themselves."""
    others = members_of(own.group).exclude(role=Membership.Role.COORDINATOR)
    return others.exclude(pk=own.pk)


def answers_offered(report: Report) -> list[tuple[str, str]]:
    """The answers to a question in doubt or a request for an alarm, as buttons say them."""
    words = {
        Answer.CALL: _("Call %(number)s") % {"number": report.group.policy.emergency_number},
        Answer.SHARE: _("Share it with the group"),
        Answer.RAISE: _("Raise the alarm"),
        Answer.FALSE_ALARM: _("False alarm: nothing is wrong"),
    }
    return [(answer.value, words[answer]) for answer in answers_to(report)]


def desk_of(group: WatchGroup, person: Person) -> Desk:
    """The desk as it is now, for this coordinator."""
    own = membership_in(person, group)
    done = _done(group)
    return Desk(
        group=group,
        tasks=tuple(tasks_for(group, person)),
        meters=(_members(group), *(meter for meter in meters_of(group) if meter.most)),
        links=tuple(links_for(group, person)),
        own=own,
        deputy=members_of(group).filter(deputy_of=own).first() if own and own.role == own.Role.COORDINATOR else None,
        done=tuple(_done_words(done)),
        done_count=sum(done.values()),
    )


def _members(group: WatchGroup) -> Meter:
    """How full the group is."""
    return Meter(_("Members"), members_of(group).count(), group.policy.most_members)


def in_words(number: int) -> str:
    """ "Five" for 5; figures from thirteen on."""
    words = (
        "", _("One"), _("Two"), _("Three"), _("Four"), _("Five"), _("Six"), _("Seven"), _("Eight"),
        _("Nine"), _("Ten"), _("Eleven"), _("Twelve"),
    )  # fmt: skip
    return words[number] if number < len(words) else str(number)


def _done(group: WatchGroup) -> dict[str, int]:
    """How often coordinators did each kind of thing in the last seven days."""
    recent = Entry.objects.filter(report__group=group, kind__in=DONE, at__gte=timezone.now() - WEEK)
    kinds = recent.exclude(role=Entry.Role.PROGRAM).values_list("kind", flat=True)
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def _done_words(done: dict[str, int]) -> list[str]:
    closed = done.get(Kind.CLOSING, 0) + done.get(Kind.FALSE_ALARM, 0)
    told = (
        (closed, ngettext("%(count)s report closed", "%(count)s reports closed", closed)),
        (done.get(Kind.ADVICE, 0), ngettext("%(count)s answer", "%(count)s answers", done.get(Kind.ADVICE, 0))),
        (done.get(Kind.HANDOVER, 0), ngettext("%(count)s dossier", "%(count)s dossiers", done.get(Kind.HANDOVER, 0))),
        (done.get(Kind.OUTCOME, 0), ngettext("%(count)s outcome", "%(count)s outcomes", done.get(Kind.OUTCOME, 0))),
    )
    return [words % {"count": count} for count, words in told if count]
