# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.services import end_membership
from buurtwacht.insight.models import DescriptionCount, MonthFigures
from buurtwacht.insight.personal_data import forget_descriptions, forget_months
from buurtwacht.insight.services import KEPT_FOR, keep_figures
from buurtwacht.reports.models import Report

from .made import MARCH, THEN, happened

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_april(group, time_machine):
    time_machine.move_to(THEN + timedelta(days=30))
    return group


def kept(group):
    return MonthFigures.objects.get(group=group, month=MARCH).counts


def test_keeping_twice_changes_nothing(in_april):
    happened(in_april)
    keep_figures()
    before = list(MonthFigures.objects.order_by("pk").values_list("pk", "counts"))
    keep_figures()

    assert list(MonthFigures.objects.order_by("pk").values_list("pk", "counts")) == before


def test_what_is_known_later_on_is_counted_again(in_april):
    report = happened(in_april)
    keep_figures()
    Report.objects.filter(pk=report.pk).update(
        status="closed", closed_at=THEN + timedelta(hours=2), close_reason="false_alarm"
    )
    keep_figures()

    assert kept(in_april)["false_alarms"] == 1


def test_how_many_members_there_were_stays_as_it_was_first_counted(in_april, cast):
    keep_figures()
    end_membership(cast.bram.memberships.get())
    cast.bram.memberships.all().delete()  # as it goes thirty days later
    keep_figures()

    assert kept(in_april)["members"] == 3


def test_nothing_in_a_row_says_who(in_april):
    happened(in_april)
    keep_figures()

    assert all(isinstance(value, int) for value in kept(in_april).values())


def test_figures_go_after_three_years(group):
    old = (timezone.now() - KEPT_FOR - timedelta(days=40)).date().replace(day=1)
    for month in (old, timezone.now().date().replace(day=1)):
        MonthFigures.objects.create(group=group, month=month)
        DescriptionCount.objects.create(group=group, month=month)

    assert forget_months(timezone.now()) == forget_descriptions(timezone.now()) == 1
    assert MonthFigures.objects.count() == DescriptionCount.objects.count() == 1
