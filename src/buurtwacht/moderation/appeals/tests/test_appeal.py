# SPDX-License-Identifier: EUPL-1.2
"""The member reads what was decided, appeals, and somebody who had no part in it judges."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import relieve_coordinator
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import queries, services
from buurtwacht.moderation.appeals.tests.support import WORDS, open_about, take
from buurtwacht.moderation.models import Appeal, Ban, Measure

WHY = "Ik reageerde op wat hij zei."


def page_of(measure):
    return f"/mijn/zaak/{measure.case_id}/"


def appeal_page_of(measure):
    return f"{page_of(measure)}bezwaar/{measure.pk}/"


def test_who_was_removed_reads_the_rule_the_words_and_until_when_to_appeal(removed, login, bram, farid):
    shown = login(bram).get(page_of(removed)).content.decode()

    assert WORDS in shown
    assert "Dit mag niet in onze groep." in shown
    assert queries.page_of(removed.case).rule.words in shown
    assert appeal_page_of(removed) in shown
    assert "Anna" not in shown
    assert "Ingrid" not in shown
    assert login(farid).get(page_of(removed)).status_code == 404


def test_another_groups_coordinator_takes_it_back_and_the_member_reads_again(removed, scene, login, received):
    bram, farid, group = scene.bram, scene.farid, scene.group
    assert login(bram).get(f"/groepen/{group.slug}/meldingen/").status_code == 404
    login(bram).post(appeal_page_of(removed), {"words": WHY})
    appeal = Appeal.objects.get()
    assert [one.title for one in received(farid)] == ["Een bezwaar wacht op antwoord"]
    judge = login(farid).get(f"/bezwaar/{appeal.pk}/").content.decode()
    assert WHY in judge
    assert WORDS in judge
    assert "Bram" not in judge

    told = {"verdict": "overturned", "answer": "De maatregel was te zwaar."}
    login(farid).post(f"/bezwaar/{appeal.pk}/", told)

    appeal.refresh_from_db()
    assert (appeal.verdict, appeal.answered_by) == ("overturned", farid)
    assert membership_in(bram, group) is not None
    handle_due_lines()
    assert not Ban.objects.exists()
    assert "De maatregel was te zwaar." in login(bram).get(page_of(removed)).content.decode()
    [letter] = [one for one in mail.outbox if "te zwaar" in one.body]
    assert letter.to == [bram.email]
    assert letter.attachments[0][1].startswith(b"%PDF")
    actions = set(Line.objects.filter(subject_id=appeal.pk).values_list("action", flat=True))
    assert actions == {"appeal.made", "appeal.answered"}


def test_a_measure_that_stays_leaves_everything_as_it_was(removed, scene):
    appeal = services.make_appeal(removed, WHY, by=scene.bram)
    services.answer_appeal(appeal, verdict="upheld", answer="Het stond er echt.", by=scene.eva)

    removed.refresh_from_db()
    assert removed.status == Measure.Status.TAKEN
    assert membership_in(scene.bram, scene.group) is None


def test_a_suspension_that_is_shortened_ends_sooner(suspended, scene, login):
    appeal = services.make_appeal(suspended, WHY, by=scene.bram)
    page, last_day = f"/bezwaar/{appeal.pk}/", timezone.localdate() + timedelta(days=3)
    told = {"verdict": "shortened", "answer": "Korter is genoeg."}

    refused = login(scene.eva).post(page, told | {"last_day": ""})
    assert "Korter is genoeg." in refused.content.decode()
    too_late = login(scene.eva).post(page, told | {"last_day": str(last_day + timedelta(days=60))})
    assert "Korter is genoeg." in too_late.content.decode()
    assert not Appeal.objects.get().answered_at
    login(scene.eva).post(page, told | {"last_day": str(last_day)})

    suspended.refresh_from_db()
    member = membership_in(scene.bram, scene.group)
    assert timezone.localdate(suspended.until - timedelta(minutes=1)) == last_day
    assert member.suspended_until == suspended.until


def test_a_ban_that_is_shortened_ends_sooner(removed, scene):
    appeal = services.make_appeal(removed, WHY, by=scene.bram)
    until = timezone.now() + timedelta(days=20)
    services.answer_appeal(appeal, verdict="shortened", answer="Een jaar is te lang.", until=until, by=scene.farid)
    handle_due_lines()

    assert Ban.objects.get().ends_at == until


def test_nobody_appeals_too_late_or_twice(removed, scene):
    Measure.objects.filter(pk=removed.pk).update(appeal_until=timezone.now() - timedelta(minutes=1))
    removed.refresh_from_db()
    with pytest.raises(DomainError):
        services.make_appeal(removed, WHY, by=scene.bram)
    Measure.objects.filter(pk=removed.pk).update(appeal_until=timezone.now() + timedelta(days=1))
    services.make_appeal(removed, WHY, by=scene.bram)
    with pytest.raises(DomainError):
        services.make_appeal(removed, "Nog eens.", by=scene.bram)
    assert Appeal.objects.count() == 1


def test_only_the_member_appeals(removed, scene):
    with pytest.raises(DomainError):
        services.make_appeal(removed, WHY, by=scene.anna)


def test_against_a_talk_there_is_no_appeal(case, scene, login):
    talk = take(case, "talk", scene.anna)

    assert "/bezwaar/" not in login(scene.bram).get(page_of(talk)).content.decode()
    assert login(scene.bram).get(appeal_page_of(talk)).status_code == 302
    with pytest.raises(DomainError):
        services.make_appeal(talk, WHY, by=scene.bram)


def test_an_appeal_is_never_stopped_by_its_words_and_nothing_is_lost(removed, login, bram):
    client = login(bram)
    assert "Schrijf" in client.post(appeal_page_of(removed), {"words": ""}).content.decode()
    long = "x" * 5000
    assert long in client.post(appeal_page_of(removed), {"words": long}).content.decode()
    angry = "Anna is een vuile hoer en een idioot."
    advised = client.post(appeal_page_of(removed), {"words": angry}).content.decode()
    assert angry in advised
    assert "as_it_is" in advised
    assert not Appeal.objects.exists()

    client.post(appeal_page_of(removed), {"words": angry, "as_it_is": "1"})
    assert Appeal.objects.get().words == angry


def test_nobody_who_had_a_part_in_it_judges(removed, scene):
    judges = set(queries.appeal_judges(removed))

    assert judges == {scene.eva, scene.farid}
    appeal = services.make_appeal(removed, WHY, by=scene.bram)
    for person in (scene.anna, scene.ingrid, scene.bram, scene.gerrit, scene.dirk, scene.hanna):
        with pytest.raises(DomainError):
            services.answer_appeal(appeal, verdict="overturned", answer="Ja.", by=person)


def test_who_would_have_to_second_a_measure_of_the_municipality_does_not_judge_it(scene_under):
    scene = scene_under("be-lanaken")
    removal = take(open_about(scene, scene.bram), "removal", scene.anna, scene.eva)

    assert set(queries.appeal_judges(removal)) == set()


def test_an_appeal_is_answered_once(removed, scene):
    appeal = services.make_appeal(removed, WHY, by=scene.bram)
    services.answer_appeal(appeal, verdict="upheld", answer="Het blijft.", by=scene.eva)
    with pytest.raises(DomainError):
        services.answer_appeal(appeal, verdict="overturned", answer="Toch niet.", by=scene.farid)
    assert Appeal.objects.get().verdict == "upheld"


@pytest.mark.parametrize("last_day", ["9999-12-31", "0001-01-01", "31-12-10000"])
def test_a_day_that_is_on_no_calendar_is_asked_again(suspended, scene, login, last_day):
    appeal = services.make_appeal(suspended, WHY, by=scene.bram)
    told = {"verdict": "shortened", "answer": "Korter.", "last_day": last_day}

    page = login(scene.farid).post(f"/bezwaar/{appeal.pk}/", told)

    assert "last_day" in page.context["form"].errors
    assert Appeal.objects.get().answered_at is None


def test_who_judged_it_reads_it_no_more_after_leaving_that_desk(suspended, scene, login):
    appeal = services.make_appeal(suspended, WHY, by=scene.bram)
    services.answer_appeal(appeal, verdict="upheld", answer="Het blijft zo.", by=scene.farid)
    assert login(scene.farid).get(f"/bezwaar/{appeal.pk}/").status_code == 200

    relieve_coordinator(membership_in(scene.farid, scene.next_group), last_too=True)

    assert login(scene.farid).get(f"/bezwaar/{appeal.pk}/").status_code == 404
