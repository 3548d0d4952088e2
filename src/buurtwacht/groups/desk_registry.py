# SPDX-License-Identifier: EUPL-1.2
"""What rooms above put on the coordinator's desk: tasks, meters and pages in the menu.

This room knows no reports and no applications, so they register here what they want to show.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from buurtwacht.people.models import Person

from .models import WatchGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do, with one sentence and one button.

    `due_at` decides its place in the queue; `tag` is the short word above the title and `when` what stands beside it
    ("2 more days"). What is going on now comes before everything else. `minutes` is how long it usually takes.
    """

    kind: str
    due_at: datetime
    title: str
    sentence: str
    url: str
    button: str
    tag: str = ""
    when: str = ""
    icon: str = "file-text"
    minutes: int = 1
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Meter:
    """A figure of the group: `value` of `most`."""

    label: str
    value: int
    most: int

    @property
    def percent(self) -> int:
        """How far the bar goes, from 0 to 100."""
        return min(100, 100 * self.value // self.most) if self.most else 0


PARTS = NEIGHBOURS, ORDER, GROUP = "neighbours", "order", "group"  # of the menu beside the desk


@dataclass(frozen=True, slots=True)
class Link:
    """A page in the menu beside the desk; `part` is one of `PARTS` and says under which heading it stands."""

    label: str
    icon: str
    url: str
    part: str = GROUP


TaskSource = Callable[[WatchGroup, Person], Iterable[Task]]
MeterSource = Callable[[WatchGroup], Iterable[Meter]]
LinkSource = Callable[[WatchGroup, Person], Iterable[Link]]
Source = TypeVar("Source")

_tasks: list[TaskSource] = []
_meters: list[MeterSource] = []
_links: list[LinkSource] = []


def desk_tasks(source: TaskSource) -> TaskSource:
    """Register a function that says what this coordinator has to do for the group."""
    return _add(_tasks, source)


def desk_meters(source: MeterSource) -> MeterSource:
    """Register a function that gives figures of the group."""
    return _add(_meters, source)


def desk_links(source: LinkSource) -> LinkSource:
    """Register a function that adds pages to the menu beside the desk."""
    return _add(_links, source)


def links_for(group: WatchGroup, person: Person) -> list[Link]:
    """The pages in the menu beside the desk that other rooms added, part by part."""
    links = [link for source in _links for link in source(group, person)]
    return sorted(links, key=lambda link: PARTS.index(link.part))


def tasks_for(group: WatchGroup, person: Person) -> list[Task]:
    """Everything to do, most urgent first."""
    tasks = [task for source in _tasks for task in source(group, person)]
    return sorted(tasks, key=lambda task: (not task.is_now, task.due_at))


def meters_of(group: WatchGroup) -> list[Meter]:
    """The figures of the group, in the order in which rooms registered them."""
    return [meter for source in _meters for meter in source(group)]


def _add(sources: list[Source], source: Source) -> Source:
    if source not in sources:
        sources.append(source)
    return source
