# SPDX-License-Identifier: EUPL-1.2
"""Lets a scene happen, by the same services that real neighbours use."""

from datetime import datetime, timedelta
from io import BytesIO
from random import Random
from uuid import UUID

from django.utils import timezone, translation

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.alerts.services import acknowledge
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.queries import intents_about
from buurtwacht.delivery.services import SEEN, SHOWN, take_receipts
from buurtwacht.dossiers.models import Dossier
from buurtwacht.dossiers.sentences import ready_sentences
from buurtwacht.dossiers.services import answer_dossier, hand_over_dossier
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of, members_of
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.ids import new_id
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.draft import Draft
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.photos import TakenPhoto, take_photo
from buurtwacht.reports.services import share_report
from buurtwacht.reports.thread.services import add_supplement, close_report, mark_police_on_site

from .clock import as_if
from .people import DOMAIN
from .phones import EXTRAS, in_the_past, silent_addresses
from .picture import street_photo
from .scenes import News, Scene

MINUTE = timedelta(minutes=1)


class Teller:
    """Tells one scene. What is chance in it is the same each time."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.group = WatchGroup.objects.select_related("organisation", "area").get(slug=scene.group)
        self.chance = Random(scene.text)  # noqa: S311 - a seed, not a secret
        extras = members_of(self.group).filter(person__email__startswith=EXTRAS)
        self.extras = [membership.person for membership in extras[:40]]

    def begin(self) -> Report:
        """Share it, at the moment that the program believes it is now."""
        now = timezone.now()
        scene = self.scene
        content = Content(
            text=scene.text,
            behaviours=scene.behaviours,
            place=scene.place,
            in_sight=Report.InSight.NOW,
            seen_at=now - 2 * MINUTE,
            called_at=now - MINUTE,
            persons=scene.persons,
            vehicles=scene.vehicles,
        )
        others = Report.objects.filter(group=self.group).values_list("pk", flat=True)
        draft = Draft(id=new_id(), group=self.group, content=content, photo=self.photo(), apart_from=frozenset(others))
        with translation.override(self.group.organisation.language):
            return share_report(draft, by=self.person(scene.reporter))

    def photo(self) -> TakenPhoto | None:
        """What goes along with the report, if anything, taken in as a photo of a real neighbour is."""
        if not self.scene.photo:
            return None
        jpeg = street_photo()
        return take_photo(BytesIO(jpeg), len(jpeg), self.scene.photo, self.group.policy)

    def add(self, report: Report, news: News) -> None:
        """A neighbour adds something."""
        content = Content(text=news.text, direction=news.direction, seen_at=timezone.now())
        report.refresh_from_db()
        add_supplement(report, by=self.person(news.by, but=report.reporter), kind=Entry.Kind.SIGHTING, content=content)

    def person(self, key: str, but: Person | None = None) -> Person:
        """Who has this key; without a key one of the neighbours whom nobody can become."""
        if key:
            return Person.objects.get(email=f"{key}@{DOMAIN}")
        return self.chance.choice([extra for extra in self.extras if extra != but])

    @property
    def coordinator(self) -> Person:
        return coordinators_of(self.group).filter(role=Membership.Role.COORDINATOR)[0].person


def let_happen(scene: Scene) -> Report:
    """Share a report now, told by a neighbour. What follows is up to the visitors and to the demo's own phones."""
    return Teller(scene).begin()


def ask_in_doubt(scene: Scene) -> Report:
    """Ask the coordinator first, without having called."""
    teller = Teller(scene)
    content = Content(text=scene.text, behaviours=scene.behaviours, place=scene.place, in_sight=Report.InSight.NOW)
    others = Report.objects.filter(group=teller.group).values_list("pk", flat=True)
    draft = Draft(id=new_id(), group=teller.group, content=content, in_doubt=True, apart_from=frozenset(others))
    with as_if(timezone.now() - scene.ago), translation.override(teller.group.organisation.language):
        return share_report(draft, by=teller.person(scene.reporter))


def tell_now(scene: Scene) -> Report:
    """A report that began some minutes ago, when all were told, and goes on. The work process tells its news."""
    teller, start = Teller(scene), timezone.now() - scene.ago
    with in_the_past():
        with as_if(start):
            report = teller.begin()
            deliver_now()
        with as_if(start + MINUTE):
            _let_them_look(teller, report)
    for news in scene.news:
        with as_if(start + news.minutes * MINUTE):
            teller.add(report, news)
    return report


def tell_past(scene: Scene) -> Report:
    """A report from beginning to end, told to everybody at the time, seen by most, and answered where it was."""
    teller, start = Teller(scene), timezone.now() - scene.ago
    with as_if(start):
        report = teller.begin()
        deliver_now()
    with as_if(start + MINUTE):
        _let_them_look(teller, report)
    for news in scene.news:
        with as_if(start + news.minutes * MINUTE):
            teller.add(report, news)
    if scene.police_after:
        with as_if(start + scene.police_after * MINUTE):
            mark_police_on_site(_fresh(report), by=_fresh(report).reporter or teller.coordinator)
    with as_if(start + scene.closed_after * MINUTE):
        close_report(_fresh(report), by=teller.coordinator, reason=scene.reason, advice=scene.advice)
        deliver_now()
        handle_due_lines(1000)
    if scene.handed_over:
        _hand_over(teller, report, start)
    return report


def _hand_over(teller: Teller, report: Report, start: datetime) -> None:
    """The coordinator looks it through the next day; the police answer some days later, or not yet."""
    scene = teller.scene
    dossier = Dossier.objects.select_related("organisation", "report__group__organisation").get(report=report)
    with as_if(start + timedelta(days=1)):
        hand_over_dossier(dossier, by=teller.coordinator)
        handle_due_lines(1000)
        deliver_now()
    if scene.answered_after:
        with as_if(start + timedelta(days=scene.answered_after)), translation.override(dossier.organisation.language):
            answer_dossier(dossier, outcome=scene.outcome, words=ready_sentences(scene.outcome)[0])
            deliver_now()
            handle_due_lines(1000)


def _let_them_look(teller: Teller, report: Report) -> None:
    """Most phones light up within seconds, most people look within a minute, and some let know what they do."""
    now, chance = timezone.now(), teller.chance
    entries = list(report.entries.values_list("pk", flat=True))
    promises = intents_about(entries).values("pk")
    off = Person.objects.filter(email__in=silent_addresses(teller.group.slug)).values("pk")
    told = Delivery.objects.filter(intent_id__in=promises).exclude(person_id__in=off).values_list("pk", "person_id")
    receipts = []
    for delivery_id, person_id in told:
        if chance.random() < 0.93:
            receipts.append((delivery_id, SHOWN, now - MINUTE + timedelta(seconds=chance.uniform(0.4, 4))))
        if chance.random() < 0.7:
            receipts.append((delivery_id, SEEN, now - timedelta(seconds=chance.uniform(0, 50))))
            _answer(chance, report, person_id)
    take_receipts(receipts)


def _answer(chance: Random, report: Report, person_id: UUID) -> None:
    if chance.random() < 0.2 and person_id != report.reporter_id:
        answers = Acknowledgement.Answer
        person = Person.objects.get(pk=person_id)
        acknowledge(report.pk, person, chance.choice([answers.WATCHING, answers.WATCHING, answers.TWO, answers.CANNOT]))


def _fresh(report: Report) -> Report:
    return Report.objects.select_related("group__organisation", "reporter").get(pk=report.pk)
