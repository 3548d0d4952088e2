# SPDX-License-Identifier: EUPL-1.2
"""Somebody who was removed tries every door, and comes in on the day the ban ends."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import prove, submit_application
from buurtwacht.enrolment.checking.services import answer_objection, object_to_refusal
from buurtwacht.enrolment.members.services import Paper, enter_paper
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import mark_done, refuse
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import accept_group, add_first_coordinator, add_member, offer_group, split_group
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals.services.shorten import shorten
from buurtwacht.moderation.bans.tests.conftest import PHONE
from buurtwacht.moderation.cases.services import overturn
from buurtwacht.moderation.models import Ban
from buurtwacht.people.services import add_contact_point, create_person, erase_person
from buurtwacht.privacy.services import forget_what_is_due
from buurtwacht.testing.cast import join, make_organisation, make_person

REFUSED, JOINED = Application.Status.REFUSED, Application.Status.JOINED
SPELLINGS = ("Bram.De.Vries@GMAIL.com", "bramdevries+buurt@googlemail.com", "bram@oud.example.", "BRAM@oud.example")
PHONES = ("06 12 34 56 78", "0031 (0)6 12345678", "+31-6-12345678")


@pytest.mark.parametrize("email", SPELLINGS)
def test_another_spelling_of_the_mail_address_is_the_same_address(cast, gone, applies, email):
    application = prove(applies(email), "email")

    assert (application.status, application.placed_at) == (REFUSED, None)
    assert membership_in(cast.bram, cast.group) is None
    [line] = Line.objects.filter(action="application.refused")
    assert line.facts["reason"] == "ban"


@pytest.mark.parametrize("phone", PHONES)
def test_another_address_with_the_same_phone_is_stopped_before_joining(cast, gone, applies, phone):
    """The number was not proven: it counts at the last step, when everything else was done."""
    application = prove(applies("nieuw@voorbeeld.example", phone), "email")
    assert application.status != REFUSED

    application = mark_done(application, Step.RESIDENCE, by=cast.anna)
    assert application.status == REFUSED
    assert not Membership.objects.filter(street=application.street, left_at=None, phone=phone).exists()


def test_a_proven_phone_counts_at_once(gone, applies):
    application = prove(applies("nieuw@voorbeeld.example", PHONE), "email")
    assert prove(application, "phone").status == REFUSED


def test_the_form_tells_a_stranger_nothing(gone, applies, cast):
    """Whoever fills in an address learns nothing about it before showing that it is theirs."""
    facts = ApplicantFacts(first_name="Bram", email="bramdevries@gmail.com", phone=PHONE, street="Merelweg")
    application = submit_application(cast.group, facts, source=Application.Source.SITE)
    other = submit_application(
        cast.group,
        ApplicantFacts(first_name="Ida", email="ida@voorbeeld.example", street="Merelweg"),
        source=Application.Source.SITE,
    )
    assert application.status == other.status == Application.Status.SUBMITTED


def test_on_the_day_it_ends_a_new_application_goes_through(cast, gone, applies):
    [ban] = Ban.objects.all()
    erase_person(cast.bram)  # nobody stays a year without any group
    assert timedelta(days=364) < ban.ends_at - timezone.now() <= timedelta(days=365)
    with time_machine.travel(ban.ends_at - timedelta(minutes=1)):
        assert prove(applies("bram@oud.example"), "email").status == REFUSED
    with time_machine.travel(ban.ends_at + timedelta(seconds=1)):
        application = prove(applies("bram@oud.example"), "email")
        assert mark_done(application, Step.RESIDENCE, by=cast.anna).status == JOINED


def test_the_night_after_nothing_of_it_is_left(gone):
    [ban] = Ban.objects.all()
    forget_what_is_due(ban.ends_at - timedelta(minutes=1))
    assert Ban.objects.exists()
    forget_what_is_due(ban.ends_at)
    assert not Ban.objects.exists()


def test_what_they_hear_says_until_when_and_how_to_object(cast, gone, applies):
    application = prove(applies("bram@oud.example", language="nl"), "email")
    handle_due_lines()

    letters = [one for one in mail.outbox if one.to == ["bram@oud.example"] and application.group.name in one.subject]
    letter = letters[-1]
    ends = Ban.objects.get().ends_at.astimezone(cast.group.tz)
    assert f"{ends.year}" in letter.body
    assert "/bezwaar/" in letter.body or "objection" in letter.body or "aanmelding/" in letter.body
    assert "!" not in letter.body
    assert len([one for one in letters if one.attachments]) == 0
    [line] = Line.objects.filter(action="ban.met")
    assert line.facts == {"group": str(cast.group.pk)}


def test_a_housemate_with_the_same_phone_objects_and_comes_in(cast, gone, applies):
    application = prove(applies("huisgenoot@voorbeeld.example", PHONE), "email")
    application = mark_done(application, Step.RESIDENCE, by=cast.anna)
    assert application.status == REFUSED

    objection = object_to_refusal(application, "Wij delen een telefoon.")
    answer_objection(objection, upheld=True, by=cast.eva)

    application.refresh_from_db()
    assert application.status == JOINED
    assert Ban.objects.exists()


def test_who_is_known_to_us_is_known_at_every_door(cast, gone, ingrid):
    with pytest.raises(DomainError):
        add_member(cast.group, cast.bram, street="Merelweg")
    Membership.objects.filter(group=cast.group, role="coordinator").update(role="member")
    with pytest.raises(DomainError):
        add_first_coordinator(
            cast.group, first_name="B", email="bram.devries@gmail.com", street="Merelweg", house_number="", by=cast.eva
        )
    assert membership_in(cast.bram, cast.group) is None


def test_a_new_account_with_the_old_address_is_no_way_round(cast, gone):
    new = create_person(email="bramdevries+2@gmail.com", first_name="Abraham")
    with pytest.raises(DomainError):
        add_member(cast.group, new, street="Merelweg")


def test_on_paper_the_phone_that_the_coordinator_called_is_enough(cast, gone):
    facts = ApplicantFacts(first_name="Bram", phone=PHONE, street="Merelweg", house_number="3")
    paper = Paper(name="Bram", place="Ede", phone_was_called=True, pack_was_given=True, scan=b"", scan_type="")
    application = enter_paper(cast.group, facts, paper, by=cast.anna)
    assert application.status == REFUSED


def test_who_comes_from_another_group_is_stopped_too(cast, gone):
    join(cast.next_group, cast.bram)
    facts = ApplicantFacts(first_name="Bram", email=cast.bram.email, street="Merelweg")
    application = submit_application(
        cast.group, facts, source=Application.Source.MOVE, person=cast.bram, by=cast.bram, email_is_proven=True
    )
    assert application.status == REFUSED


def test_another_group_lets_them_in(cast, gone, applies):
    application = prove(applies("bram@oud.example", group=cast.next_group), "email")
    assert application.status != REFUSED


def test_a_group_that_is_split_or_goes_elsewhere_keeps_it(cast, gone, applies, ingrid):
    new = split_group(
        cast.group,
        streets=["Vinkenlaan"],
        name="Vinkenbuurt",
        coordinator=Membership.objects.get(person=ingrid, left_at=None),
    )
    assert prove(applies("bram@oud.example", group=new), "email").status == REFUSED
    other = make_organisation("Rekem")
    moved = accept_group(offer_group(new, to=other))
    assert prove(applies("bramdevries@gmail.com", group=moved), "email").status == REFUSED


def test_what_began_after_the_split_stays_in_its_own_half(cast, remove, applies, ingrid):
    new = split_group(
        cast.group,
        streets=["Vinkenlaan"],
        name="Vinkenbuurt",
        coordinator=Membership.objects.get(person=ingrid, left_at=None),
    )
    join(cast.group, make_person("Jonas"), Membership.Role.COORDINATOR)
    Membership.objects.filter(person=ingrid, left_at=None).update(group=cast.group)
    remove(cast.bram)
    assert prove(applies(cast.bram.email, group=new), "email").status != REFUSED
    assert prove(applies(cast.bram.email), "email").status == REFUSED


def test_an_end_that_was_set_earlier_counts(cast, remove):
    remove(cast.bram, until=timezone.now() + timedelta(days=30))
    ban = Ban.objects.get()
    assert timedelta(days=29) < ban.ends_at - timezone.now() <= timedelta(days=30)


def test_it_ends_with_the_measure(cast, gone):
    overturn(gone, by=cast.eva)
    assert membership_in(cast.bram, cast.group)
    handle_due_lines()
    assert not Ban.objects.exists()
    assert Line.objects.filter(action="ban.ended", facts__why="overturned").exists()


def test_an_appeal_makes_it_shorter(cast, gone):
    until = timezone.now() + timedelta(days=10)
    shorten(gone, until=until, by=cast.eva)
    handle_due_lines()
    assert Ban.objects.get().ends_at == until


def test_who_has_everything_erased_is_still_held_back(cast, gone, applies):
    erase_person(cast.bram)
    handle_due_lines()
    assert Ban.objects.get().marks.count() >= 3
    assert prove(applies("bramdevries@gmail.com"), "email").status == REFUSED


def test_who_applied_before_the_removal_is_stopped_as_well(cast, remove, applies):
    waiting = prove(applies("bram@voorbeeld.example"), "email")
    assert waiting.ended_at is None
    remove(cast.bram)
    handle_due_lines()
    waiting.refresh_from_db()
    assert waiting.status == REFUSED


def test_nothing_of_a_ban_can_be_read(cast, gone):
    kept = str(list(Ban.objects.values())) + str(list(Ban.objects.get().marks.values()))
    for secret in ("bram", "gmail", "612345678", str(cast.bram.pk)):
        assert secret not in kept
    lines = str(list(Line.objects.filter(action__startswith="ban.").values_list("facts", flat=True)))
    assert str(cast.bram.pk) not in lines


def test_an_objection_of_before_the_ban_opens_no_door(cast, applies, remove):
    """Bram was refused once, objected, and came in; that says nothing about why he was removed later."""
    first = applies("bram@voorbeeld.example", person=cast.bram, email_proven_at=timezone.now())
    answer_objection(object_to_refusal(refuse(first, reason="not_ours"), "Ik woon hier."), upheld=True, by=cast.eva)
    Application.objects.update(status=JOINED, ended_at=timezone.now())
    remove(cast.bram)

    assert prove(applies("bram@voorbeeld.example"), "email").status == REFUSED


def test_the_address_of_a_neighbour_that_was_only_filled_in_is_under_no_ban(cast, remove, applies):
    add_contact_point(cast.bram, "email", "karin@voorbeeld.example", verified=False)
    applies("jonas@voorbeeld.example", "+31611111111", person=cast.bram)
    remove(cast.bram)

    for email in ("karin@voorbeeld.example", "jonas2@voorbeeld.example"):
        assert prove(applies(email, "+31611111111"), "email").status != REFUSED
