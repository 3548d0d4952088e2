# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a case, for how long, and who reads it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.enrolment.staying.services import erase_left_behind
from buurtwacht.moderation.cases.services import agree, close_case, propose_measure
from buurtwacht.moderation.models import Appeal, Case, Measure
from buurtwacht.moderation.personal_data.cases import export_cases, export_measures, forget_cases
from buurtwacht.people.services import erase_person

WHY = "You called a neighbour names twice."


@pytest.fixture
def removal(street):
    case = street.case_about(street.karin)
    return agree(propose_measure(case, "removal", by=street.anna, reason=WHY), by=street.jonas)


def in_days(count):
    return timezone.now() + timedelta(days=count)


def test_words_stay_until_the_term_to_appeal_is_over_and_a_month(removal):
    assert forget_cases(in_days(50)) == 0
    assert forget_cases(in_days(52)) == 1
    assert forget_cases(in_days(53)) == 0

    case, measure = Case.objects.get(), Measure.objects.get()
    assert (case.quoted, case.note, measure.reason, measure.address) == ("", "", "", None)
    assert (case.rule, measure.kind) == ("no_insults", "removal")


def test_an_appeal_that_waits_keeps_the_words(removal):
    Appeal.objects.create(measure=removal, words="I did not.", answer_by=timezone.now())
    assert forget_cases(in_days(52)) == 0


def test_after_a_year_nothing_is_left(removal):
    with time_machine.travel(in_days(366), tick=False):
        forget_cases(timezone.now())
    assert not Case.objects.exists()


def test_a_case_in_which_nothing_was_done_is_emptied_a_month_later(street):
    case = close_case(street.case_about(street.karin), outcome="nothing", by=street.anna)
    assert forget_cases(in_days(29)) == 0
    assert forget_cases(in_days(31)) == 1
    case.refresh_from_db()
    assert case.note == ""


def test_a_member_reads_their_own_cases_and_nobody_elses_name(removal, street):
    [case], [measure] = export_cases(street.karin.pk), export_measures(street.karin.pk)
    assert case["quoted"] == "Wat een idioot."
    assert measure["reason"] == WHY
    assert not {"opened_by", "proposed_by", "seconded_by", "by"} & {*case, *measure}
    assert export_cases(street.anna.pk) == []


def test_erasing_takes_the_words_and_the_names_of_who_decided(removal, street):
    erase_person(street.karin)
    assert Case.objects.get().quoted == ""
    erase_person(street.anna)
    assert Measure.objects.get().proposed_by is None


def test_who_can_still_appeal_is_not_forgotten(removal, street):
    Appeal.objects.create(measure=removal, words="I did not.", answer_by=timezone.now())
    street.karin.created_at = timezone.now() - timedelta(days=400)
    street.karin.save(update_fields=["created_at"])
    with time_machine.travel(in_days(40), tick=False):
        erase_left_behind(timezone.now())
        street.karin.refresh_from_db()
        assert street.karin.erased_at is None
        Appeal.objects.update(answered_at=timezone.now())
        erase_left_behind(timezone.now())
        street.karin.refresh_from_db()
        assert street.karin.erased_at
