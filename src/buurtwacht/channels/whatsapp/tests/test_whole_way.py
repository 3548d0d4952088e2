# SPDX-License-Identifier: EUPL-1.2
"""From a report in the street to a telephone and back, while Meta has its troubles."""

import io
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from PIL import Image

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.channels.inbound import Heard, Moved
from buurtwacht.channels.log.channel import forget_all
from buurtwacht.channels.log.channel import received as logged
from buurtwacht.channels.notebook import keep_in, notebook
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.inbox import hearing
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.models import Delivery, Incoming
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.remembering.book import DatabaseNotebook, troubles
from buurtwacht.dialogue.models import Conversation
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import begin_connecting
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import add_contact_point
from buurtwacht.testing.peers.whatsapp import User

from .conftest import NUMBER

WHATSAPP = "buurtwacht.channels.whatsapp.channel.WhatsAppChannel"
State = Delivery.State


@pytest.fixture(autouse=True)
def book(db) -> Iterator[DatabaseNotebook]:
    """The real one."""
    before, own = notebook(), DatabaseNotebook()
    keep_in(own)
    yield own
    keep_in(before)


@pytest.fixture
def telephone(settings, gerrit, meta, approved) -> User:
    """Gerrit can be reached by WhatsApp at once, and by nothing else."""
    forget_all()
    settings.CHANNELS = [*settings.CHANNELS, WHATSAPP]
    ContactPoint.objects.filter(person=gerrit).delete()
    add_contact_point(gerrit, channel="whatsapp", address=NUMBER)
    return meta.user(NUMBER, "Gerrit")


@pytest.fixture
def heard(monkeypatch) -> list[Heard | Moved]:
    said: list[Heard | Moved] = []
    monkeypatch.setattr(hearing, "_ears", [lambda kind, event: said.append(event)])
    return said


Post = Callable[[], list[int]]


@pytest.fixture
def meta_tells(meta, client: Client) -> Post:
    """Meta hands over what waits, and the worker reads it."""

    def hand_over() -> list[int]:
        def post(body: bytes, headers: dict[str, str]) -> int:
            kept = {name: value for name, value in headers.items() if name != "Content-Type"}
            return client.post("/kanaal/whatsapp", body, content_type="application/json", headers=kept).status_code

        answers = meta.webhooks.hand_over(post)
        while handle_incoming():
            if not Incoming.objects.filter(due_at__lte=timezone.now()).exists():
                break
        return answers

    return hand_over


def work() -> None:
    handle_due_lines()
    deliver_now()


def later(**distance: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**distance))


def his(gerrit) -> Delivery:
    return Delivery.objects.get(person_id=gerrit.pk, channel="whatsapp")


def alarm(group, bram):
    report = make_report(group, bram)
    work()
    return report


def test_an_alarm_is_shown_seen_and_answered(group, bram, gerrit, telephone, meta_tells, heard):
    alarm(group, bram)
    [message] = telephone.inbox
    assert message.template.name == "buurt_alarm"
    assert his(gerrit).provider_id == message.id
    meta_tells()
    assert his(gerrit).shown_at
    telephone.reads()
    telephone.taps("Gezien")
    assert set(meta_tells()) == {200}
    assert his(gerrit).seen_at
    [tap] = heard
    assert (tap.choice, tap.answer_to, tap.token) == ("seen", message.id, str(his(gerrit).pk))
    assert notebook().last_heard("whatsapp", [NUMBER, telephone.bsuid]).keys() == {NUMBER, telephone.bsuid}


def test_a_tap_opens_the_window_for_what_follows(group, bram, gerrit, telephone, meta_tells):
    alarm(group, bram)
    telephone.taps("Gezien")
    meta_tells()
    alarm(group, bram)
    first, *later_ones = telephone.inbox
    assert first.template
    assert not any(message.template for message in later_ones)
    assert any(message.text.startswith("112 gebeld") for message in later_ones)


def test_meta_took_it_and_the_line_broke_word_of_it_prevents_a_double(
    group, bram, gerrit, telephone, meta, meta_tells, settings
):
    settings.WHATSAPP_TIMEOUT = 1.0
    meta.swallows()
    alarm(group, bram)
    assert his(gerrit).error.startswith("unknown")
    meta_tells()
    assert (his(gerrit).state, bool(his(gerrit).shown_at)) == (State.HANDED_OVER, True)
    with later(minutes=1):
        work()
    assert len(telephone.inbox) == 1


def test_without_a_word_there_is_one_double_and_never_a_third(group, bram, gerrit, telephone, meta, book):
    telephone.says("Hallo")
    book.note_heard("whatsapp", [NUMBER], timezone.now())
    meta.hangs_up(times=9)
    alarm(group, bram)
    for seconds in (15, 40, 90, 200):
        with later(seconds=seconds):
            work()
    first, second = (message.text for message in telephone.inbox)
    assert "Misschien las u dit al" not in first
    assert "Misschien las u dit al" in second


def test_too_much_at_once_is_tried_again(group, bram, gerrit, telephone, meta):
    meta.fails(130429, times=1)
    alarm(group, bram)
    assert his(gerrit).error == "130429: we send too much at a time"
    with later(seconds=5):
        work()
    assert his(gerrit).state == State.HANDED_OVER


def test_ten_minutes_of_failure_lose_nothing_and_other_ways_are_taken(group, bram, gerrit, telephone, meta):
    add_contact_point(gerrit, channel="email", address="gerrit@voorbeeld.example")
    meta.fails(500)
    alarm(group, bram)
    for seconds in (3, 8, 20, 60, 120, 300, 600):
        with later(seconds=seconds):
            work()
    assert his(gerrit).state == State.DUE_AGAIN
    by_mail = Delivery.objects.get(person_id=gerrit.pk, channel="email")
    assert by_mail.attempts
    meta.recovers()
    with later(seconds=1200):
        work()
    assert his(gerrit).state == State.HANDED_OVER
    assert len(telephone.inbox) == 1


def test_what_comes_twice_and_backwards_changes_nothing(group, bram, gerrit, telephone, meta, meta_tells, heard):
    alarm(group, bram)
    meta.webhooks.hold()
    telephone.reads()
    telephone.says("Ik zie iemand")
    meta.webhooks.release(together=True, backwards=True, twice=True)
    meta_tells()
    meta.webhooks.repeat()
    meta_tells()
    assert his(gerrit).state == State.HANDED_OVER
    assert his(gerrit).shown_at <= his(gerrit).seen_at
    assert [one.text for one in heard] == ["Ik zie iemand"]


def test_a_revoked_token_makes_alarms_climb_and_the_operator_reads_it(group, bram, gerrit, telephone, meta, settings):
    add_contact_point(gerrit, channel="log", address=f"log:{gerrit.email}")
    ContactPoint.objects.filter(person=gerrit, channel="whatsapp").update(step=0)
    ContactPoint.objects.filter(person=gerrit, channel="log").update(step=1)
    meta.revoke_token()
    alarm(group, bram)
    for seconds in (3, 10):
        with later(seconds=seconds):
            work()
    assert len(logged(f"log:{gerrit.email}")) == 1
    assert [(one.code, one.about) for one in troubles("whatsapp")] == [("190", "account")]
    assert ContactPoint.objects.get(person=gerrit, channel="whatsapp").gone_at is None
    settings.WHATSAPP_TOKEN = meta.token
    channels()["whatsapp"].account._shut_until = float("-inf")
    with later(minutes=6):
        work()
    assert his(gerrit).state == State.HANDED_OVER
    assert troubles("whatsapp") == []


def test_a_paused_template_does_not_stop_an_alarm(group, bram, gerrit, telephone, approved, meta_tells):
    approved["alarm", "nl"].pause()
    alarm(group, bram)
    assert telephone.inbox[-1].template.name == "buurt_bericht"
    assert his(gerrit).state == State.HANDED_OVER
    meta_tells()
    assert {(one.code, one.about) for one in troubles()} == {
        ("132015", "buurt_alarm/nl"),
        ("PAUSED", "buurt_alarm/nl"),
    }
    approved["alarm", "nl"].approve()
    meta_tells()
    assert troubles() == []


def test_a_failure_that_comes_afterwards_makes_an_alarm_climb(group, bram, gerrit, telephone, meta_tells):
    add_contact_point(gerrit, channel="email", address="gerrit@voorbeeld.example")
    telephone.exists = False
    alarm(group, bram)
    assert his(gerrit).state == State.HANDED_OVER
    meta_tells()
    work()
    assert (his(gerrit).state, his(gerrit).error) == (State.FAILED, "131026")
    assert Delivery.objects.filter(person_id=gerrit.pk, channel="email").exists()


def test_a_window_that_was_closed_after_all_is_answered_with_a_form(
    group, bram, gerrit, telephone, meta, meta_tells, book
):
    book.note_heard("whatsapp", [NUMBER], timezone.now())  # but Meta heard nothing
    alarm(group, bram)
    assert telephone.inbox[-1].failure == 131047
    meta_tells()
    work()
    assert telephone.inbox[-1].template.name == "buurt_alarm"
    assert his(gerrit).state == State.HANDED_OVER


def test_the_daily_limit_sends_the_rest_another_way_at_once(group, bram, cast, gerrit, telephone, meta, settings):
    anna = cast.anna
    settings.WHATSAPP_DAILY_LIMIT = 1
    meta.user("+32470123456", "Anna")
    for person in (anna, gerrit):
        add_contact_point(person, channel="email", address=f"{person.first_name}@voorbeeld.example")
    ContactPoint.objects.filter(person=anna, channel="log").delete()
    add_contact_point(anna, channel="whatsapp", address="+32470123456")
    alarm(group, bram)
    work()
    states = sorted(Delivery.objects.filter(channel="whatsapp").values_list("state", "error"))
    assert states == [(State.FAILED, "daily limit"), (State.HANDED_OVER, "")]
    assert Delivery.objects.filter(channel="email", state=State.HANDED_OVER).count() == 1


def test_a_member_connects_answers_and_stops(group, bram, gerrit, telephone, meta_tells):
    ContactPoint.objects.filter(person=gerrit).delete()
    telephone.says(f"START-{begin_connecting(gerrit, 'whatsapp').code}")
    meta_tells()
    point = ContactPoint.objects.get(person=gerrit, channel="whatsapp")
    assert (point.address, point.other_address, bool(point.verified_at)) == (NUMBER, telephone.bsuid, True)
    work()
    assert telephone.inbox[-1].template is None  # an answer within the window

    report = alarm(group, bram)
    telephone.taps("Gezien")
    meta_tells()
    assert Acknowledgement.objects.get(report=report, person=gerrit).answer == "seen"

    telephone.says("STOP")
    meta_tells()
    point.refresh_from_db()
    assert not point.is_on


def test_a_changed_number_is_followed(gerrit, telephone, meta_tells):
    telephone.changes_number("31687654321")
    meta_tells()
    assert ContactPoint.objects.get(person=gerrit, channel="whatsapp").address == "+31687654321"


def test_a_photo_comes_along_cleaned(group, gerrit, telephone, meta_tells):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "a camera that tells where"
    Image.new("RGB", (64, 48), "navy").save(file, "JPEG", exif=exif)
    telephone.says("MELDEN")
    meta_tells()
    work()
    telephone.taps("Ja, gebeld")
    meta_tells()
    work()
    telephone.sends_photo(file.getvalue(), caption="Iemand voelt aan autodeuren in de Lijsterstraat")
    meta_tells()
    kept = bytes(Conversation.objects.get().photo)
    assert Image.open(io.BytesIO(kept)).size == (64, 48)
    assert b"camera" not in kept
