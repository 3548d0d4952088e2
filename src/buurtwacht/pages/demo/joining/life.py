# SPDX-License-Identifier: EUPL-1.2
"""What else goes on around membership: invitations, a paper, a list, a candidate, the yearly question, a split."""

from datetime import timedelta

from django.utils import timezone

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.checking.services import (
    ask_again_in_time,
    clear_member,
    offer,
    tell_of_delays,
    tell_the_police,
)
from buurtwacht.enrolment.members.services import Paper, enter_paper, read_import, start_import
from buurtwacht.enrolment.models import Invitation
from buurtwacht.enrolment.staying.services import ask_to_renew, remind
from buurtwacht.enrolment.welcome.services import count_letters, count_opening, make_invitation
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.groups.services import split_group
from buurtwacht.groups.splitting import halves, lives_in, streets_of
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.pages.demo.clock import ago, as_if
from buurtwacht.pages.demo.papers import promise
from buurtwacht.pages.demo.people import DOMAIN
from buurtwacht.pages.demo.places import DATA
from buurtwacht.people.models import Person

Way = Invitation.Way
INVITED = (
    (Way.LETTER, "Vinkenlaan", 42, 17),
    (Way.LETTER, "Dorpsstraat", 28, 6),
    (Way.POSTER, "", 0, 9),
    (Way.LINK, "", 0, 31),
)


def invite() -> None:
    """Letters in two streets, a poster and a link, and how often each was opened."""
    group, anna = _group("vogelbuurt"), _person("anna")
    for way, street, letters, opened in INVITED:
        with as_if(ago(21)):
            invitation = make_invitation(group, way=way, by=anna, street=street)
            if letters:
                count_letters(invitation, letters, by=anna)
        for _visitor in range(opened):
            count_opening(invitation)


def write_down_a_paper() -> None:
    """Riet, who is 82, joins on paper. Gerrit rings at her door."""
    group = _group("vogelbuurt")
    scan = (DATA / "handtekening.png").read_bytes()
    gerrit = _member(group, f"gerrit@{DOMAIN}")
    paper = Paper(scan=scan, scan_type="image/png", name="Riet Hendriks", place="Ede", proxy=gerrit)
    facts = ApplicantFacts(
        first_name="Riet",
        family_name="Hendriks",
        street="Vinkenlaan",
        house_number="3",
        postcode="6711 AG",
        town="Ede",
        home=gerrit.home,
    )
    with as_if(ago(4)):
        enter_paper(group, facts, paper, by=_person("anna"))
        handle_due_lines(1000)


def bring_a_list() -> None:
    """An old list of a street, read, and not asked yet. Some of its lines have to be repaired."""
    with as_if(ago(0.3)):
        data = (DATA / "lijst-lijsterstraat.csv").read_bytes()
        found = start_import(_group("vogelbuurt"), data, by=_person("anna"))
        read_import(found.pk)


def check_with_the_police() -> None:
    """In Veldwezelt the police agreed with everybody, with one until soon; and somebody would like to coordinate."""
    group, peter = _group("veldwezelt"), _person("peter")
    members = list(members_of(group).select_related("person").order_by("joined_at", "pk"))
    soon = timezone.localdate() + timedelta(days=20)
    for membership in members:
        is_first = membership == members[1]
        with as_if(membership.joined_at):
            clear_member(membership, "until" if is_first else "yes", soon if is_first else None, by=peter)
    with as_if(ago(2)):
        ask_again_in_time()
        tell_the_police()
        tell_of_delays()
        offer(members[-1], agrees=True, by=members[-1].person)
        handle_due_lines(1000)


def ask_who_stays() -> None:
    """One neighbour did not answer three mails; Ilse was asked two days ago."""
    for days in (40, 26, 12, 2):
        with as_if(ago(days)):
            remind(timezone.now())
            ask_to_renew(timezone.now())
            handle_due_lines(1000)


def split_rekem() -> None:
    """Rekem was one group until last month; then half of its streets went on as a group of their own."""
    group, godelieve = _group("rekem"), _person("godelieve")
    members = list(members_of(group).select_related("person"))
    west = halves(streets_of(group))
    home = next(member for member in members if member.person_id == godelieve.pk)
    streets = {street.name for street in streets_of(group)} - west if lives_in(home, west) else west
    going = [member for member in members if lives_in(member, streets)]
    with as_if(ago(19)):
        promise(going[0])
        split_group(group, streets=streets, name="Rekem-Oost", coordinator=going[0], by=godelieve)
        handle_due_lines(1000)


def _group(slug: str) -> WatchGroup:
    return WatchGroup.objects.select_related("organisation", "area").get(slug=slug)


def _member(group: WatchGroup, email: str) -> Membership:
    return members_of(group).get(person__email=email)


def _person(key: str) -> Person:
    return Person.objects.get(email=f"{key}@{DOMAIN}")
