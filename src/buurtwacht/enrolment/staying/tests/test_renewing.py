# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from buurtwacht.enrolment.models import Renewal
from buurtwacht.enrolment.staying import tasks
from buurtwacht.enrolment.staying.links import renewal_token
from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.services import create_person
from buurtwacht.testing.cast import join


@pytest.fixture
def night(mailoutbox):
    """One day's work; the mails of that day."""

    def work():
        seen = len(mailoutbox)
        tasks.renew_memberships.func(timestamp=0)
        handle_due_lines(limit=1000)
        return mailoutbox[seen:]

    return work


def link_of(membership):
    """The link of the newest question."""
    return reverse("renew", args=[renewal_token(Renewal.objects.get(membership=membership))])


def test_after_a_year_everybody_is_asked_once(cast, night, time_machine_at):
    with time_machine_at(days=364):
        assert night() == []
    with time_machine_at(days=366):
        mails = night()
        assert {mail.to[0] for mail in mails} == {p.email for p in (cast.anna, cast.bram, cast.gerrit, cast.farid)}
        assert night() == []


def test_one_click_from_the_mail_without_signing_in(cast, night, time_machine_at):
    membership = membership_in(cast.bram, cast.group)
    with time_machine_at(days=366):
        [mail] = [one for one in night() if one.to == [cast.bram.email]]
        link = link_of(membership)
        assert link in mail.body
        client = Client()

        client.get(link)
        assert Renewal.objects.filter(membership=membership).exists()

        client.post(link)
        client.post(link)
        assert client.get(link).status_code == 200
    membership.refresh_from_db()
    assert membership.renewed_at is not None
    with time_machine_at(days=366 + 300):
        assert [one for one in night() if one.to == [cast.bram.email]] == []
    with time_machine_at(days=366 + 366):
        assert [one for one in night() if one.to == [cast.bram.email]] != []


def test_two_reminders_then_the_desk_then_the_end(cast, night, time_machine_at, login):
    membership = membership_in(cast.bram, cast.group)
    Membership.objects.exclude(pk=membership.pk).update(renewed_at=timezone.now() + timezone.timedelta(days=400))

    told, link = {}, ""
    for day in (366, 379, 380, 381, 394, 395, 401, 425, 427):
        with time_machine_at(days=day):
            told[day] = len(night())
            link = link_of(membership) if day == 366 else link
            on_desk = [task for task in tasks_for(cast.group, cast.anna) if task.kind == "renewal"]
            assert bool(on_desk) == (401 <= day < 427), day

    assert told == {366: 1, 379: 0, 380: 1, 381: 0, 394: 1, 395: 0, 401: 0, 425: 0, 427: 1}
    assert membership_in(cast.bram, cast.group) is None
    assert f"/aanmelden/{cast.group.slug}/" in Client().get(link).content.decode()


def test_the_link_of_one_year_opens_nothing_in_the_next(cast, night, time_machine_at, client):
    membership = membership_in(cast.bram, cast.group)
    with time_machine_at(days=366):
        night()
        link = link_of(membership)
        client.post(link)
    with time_machine_at(days=366 + 91):
        assert client.get(link).status_code == 404
    with time_machine_at(days=366 + 367):
        night()
        assert client.get(link).status_code == 404
        assert client.post(link).status_code == 404
        assert Renewal.objects.filter(membership=membership).exists()
        forged = link_of(membership).partition(".")[0] + "." + link.partition(".")[2]
        assert client.get(forged).status_code == 404


def test_a_month_of_missed_nights_makes_one_reminder(cast, night, time_machine_at):
    with time_machine_at(days=366):
        night()
    with time_machine_at(days=366 + 30):
        assert len([mail for mail in night() if mail.to == [cast.bram.email]]) == 1


def test_who_has_no_mail_is_asked_at_the_door_and_stays_until_then(cast, night, time_machine_at, login):
    ans = create_person(email="", first_name="Ans")
    membership = join(cast.group, ans, street="Vinkenlaan")
    Membership.objects.exclude(pk=membership.pk).update(renewed_at=timezone.now() + timezone.timedelta(days=800))
    with time_machine_at(days=366):
        assert night() == []
        [task] = [task for task in tasks_for(cast.group, cast.anna) if task.kind == "renewal"]
        assert "Ans, Vinkenlaan" in task.title
    with time_machine_at(days=366 + 90):
        night()
        assert membership_in(ans, cast.group) is not None
        assert login(cast.farid).post(task.url, {"answer": "yes"}).status_code == 404
        login(cast.anna).post(task.url, {"answer": "yes"})
        login(cast.anna).post(task.url, {"answer": "yes"})
    membership.refresh_from_db()
    assert membership.renewed_at is not None
    assert not Renewal.objects.filter(membership=membership).exists()


def test_no_at_the_door_ends_it(cast, night, time_machine_at, login):
    membership = membership_in(cast.bram, cast.group)
    with time_machine_at(days=366):
        night()
        url = reverse("desk_renewal", args=[cast.group.slug, membership.pk])
        login(cast.anna).post(url, {"answer": "misschien"})
        assert membership_in(cast.bram, cast.group) is not None
        login(cast.anna).post(url, {"answer": "no"})

    assert membership_in(cast.bram, cast.group) is None


def test_a_forged_link_opens_nothing(client, db):
    assert client.get(reverse("renew", args=["onzin"])).status_code == 404


@pytest.mark.parametrize(("serves", "times"), [(True, 1), (False, 0)])
def test_who_serves_reads_every_year_what_that_means(cast, night, time_machine_at, client, serves, times):
    """For the police or an emergency service: what they know from work stays there (R064)."""
    Membership.objects.filter(person=cast.bram).update(serves=serves)
    with time_machine_at(days=366):
        night()
        page = client.get(link_of(membership_in(cast.bram, cast.group))).content.decode()
    assert page.count("In deze groep doet u mee als buur") == times
