# SPDX-License-Identifier: EUPL-1.2
"""What is kept about what neighbours let know."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from .models import Acknowledgement, Relay, TestAlarm

TESTS_KEPT = timedelta(days=730)  # two years of figures, to see whether it gets better
KEPT_FOR = timedelta(days=30)  # after the end of the report, as long as its words (requirements 4.3)


def export_answers(person_id: UUID) -> list[dict[str, Any]]:
    given = Acknowledgement.objects.filter(person_id=person_id).order_by("at", "pk")
    return [{"report": str(one.report_id), "answer": one.answer, "at": one.at} for one in given]


def erase_answers(person_id: UUID) -> int:
    return Acknowledgement.objects.filter(person_id=person_id).delete()[0]


def forget_answers(now: datetime) -> int:
    return Acknowledgement.objects.filter(report__closed_at__lt=now - KEPT_FOR).delete()[0]


def export_tests(person_id: UUID) -> list[dict[str, Any]]:
    asked = TestAlarm.objects.filter(asked_by_id=person_id).select_related("group").order_by("at", "pk")
    return [{"group": test.group.name, "at": test.at} for test in asked]


def erase_tests(person_id: UUID) -> int:
    return TestAlarm.objects.filter(asked_by_id=person_id).update(asked_by=None)


def forget_tests(now: datetime) -> int:
    return TestAlarm.objects.filter(at__lt=now - TESTS_KEPT).delete()[0]


def export_relays(person_id: UUID) -> list[dict[str, Any]]:
    own = Relay.objects.filter(Q(asked_by_id=person_id) | Q(answered_by_id=person_id)).select_related("to_group")
    return [
        {
            "report": str(one.report_id),
            "group": one.to_group.name,
            "asked": one.asked_by_id == person_id,
            "at": one.asked_at if one.asked_by_id == person_id else one.answered_at,
            "answer": one.answer,
        }
        for one in own.order_by("asked_at", "pk")
    ]


def erase_relays(person_id: UUID) -> int:
    asked = Relay.objects.filter(asked_by_id=person_id).update(asked_by=None)
    return asked + Relay.objects.filter(answered_by_id=person_id).update(answered_by=None)


def forget_relays(now: datetime) -> int:
    return Relay.objects.filter(report__closed_at__lt=now - KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="alerts.TestAlarm",
        what=_("When a group tested its telephones, who asked for it, and how many showed it. Not which."),
        why=_("So that a group knows that an alarm would reach everybody."),
        kept_for=TESTS_KEPT,
        basis=Basis.AGREEMENT,
        export=export_tests,
        erase=erase_tests,
        forget=forget_tests,
    ),
    Declaration(
        model="alerts.Acknowledgement",
        what=_("What you let know about a report: seen, watching from home, can come with two, or cannot."),
        why=_("So that whoever reported it sees, as a number, that neighbours know of it."),
        kept_for=KEPT_FOR,
        basis=Basis.AGREEMENT,
        export=export_answers,
        erase=erase_answers,
        forget=forget_answers,
    ),
    Declaration(
        model="alerts.Relay",
        what=_("Which coordinator asked a neighbouring group to pass a report on, and who answered what."),
        why=_("So that it can be seen later who passed a report on, and to whom."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        export=export_relays,
        erase=erase_relays,
        forget=forget_relays,
    ),
)
