# SPDX-License-Identifier: EUPL-1.2
"""The pages of questions of members and of requests about rights, as a phone and a wide screen show them."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.outreach.asking.services import answer_member, ask_coordinator
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights.rules import due_on
from buurtwacht.outreach.rights.services import ask_for_rights
from buurtwacht.reports.tests.stories import make_report

pytestmark = pytest.mark.browser


@pytest.fixture
def asked(cast):
    """A question of Bram about a report of half an hour ago."""
    with time_machine.travel(timezone.now() - timedelta(minutes=30), tick=True):
        report = make_report(cast.group, cast.anna)
    return ask_coordinator(cast.group, "Komt de politie hier nog op terug?", by=cast.bram, report=report)


@pytest.fixture
def request_received(cast):
    today = timezone.localdate()
    asked = ask_for_rights(
        cast.organisation,
        kind="erasure",
        name="Ivo",
        email="ivo@voorbeeld.example",
        words="Ik bracht een pakje rond.",
        street="Merelweg",
        on=today,
        hour=21,
    )
    RightsRequest.objects.filter(pk=asked.pk).update(received_at=timezone.now(), due_on=due_on(today))
    return asked


def test_asking_is_fit_to_be_seen(seen_well, cast, asked):
    seen_well(f"/meldingen/{asked.report_id}/vraag/", cast.bram, "vraag")


def test_the_answer_is_fit_to_be_seen(seen_well, cast, asked):
    seen_well(f"/bureau/vogelbuurt/ledenvragen/{asked.pk}/", cast.anna, "ledenvraag")
    answer_member(asked, "Ja, de wijkagent belt u.", by=cast.anna)
    seen_well(f"/mijn/vragen/{asked.pk}/", cast.bram, "antwoord")


@pytest.mark.parametrize("path", ["/uw-rechten/", "/uw-rechten/ede/"])
def test_the_public_page_about_rights_is_fit_to_be_seen(seen_well, cast, path):
    seen_well(path)


def test_a_request_is_fit_to_be_seen(seen_well, cast, request_received):
    seen_well(f"/gemeente/ede/verzoeken/{request_received.pk}/", cast.eva, "verzoek")


def test_typing_a_letter_over_is_fit_to_be_seen(seen_well, cast):
    seen_well("/gemeente/ede/verzoeken/brief/", cast.eva, "verzoek-op-papier")
