# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.utils import timezone

from buurtwacht.delivery.services import intend
from buurtwacht.lib.ids import new_id

pytestmark = pytest.mark.django_db


def test_all_is_well_when_nothing_waits():
    response = Client().get("/gezondheid")

    assert response.status_code == 200
    assert response.json()["well"] is True


def test_an_alarm_that_nobody_takes_up_is_told_to_the_watch_dog():
    with transaction.atomic():
        promise = intend("report.entry", new_id(), priority=0, valid_for=timedelta(hours=1))
    promise.created_at = timezone.now() - timedelta(minutes=2)
    promise.save(update_fields=["created_at"])

    response = Client().get("/gezondheid")

    assert response.status_code == 503
    assert response.json()["work_is_behind"] is True
    assert response.json()["promises_behind_seconds"] >= 120


def test_a_database_that_does_not_answer_is_told_too(monkeypatch):
    def broken() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", broken)

    response = Client().get("/gezondheid")

    assert response.status_code == 503
    assert response.json() == {
        "well": False,
        "database": False,
        "database_milliseconds": 0,
        "work_is_behind": False,
        "promises_behind_seconds": 0,
        "journal_behind_seconds": 0,
        "waiting": {},
    }


def test_a_person_reads_a_page():
    page = Client().get("/gezondheid/", headers={"Accept": "text/html"}).content.decode()

    assert "Buurtwacht werkt" in page
