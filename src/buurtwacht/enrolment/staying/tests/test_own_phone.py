# SPDX-License-Identifier: EUPL-1.2
"""A member puts their own phone number right (F80)."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying.tests.support import Texts
from buurtwacht.enrolment.models import PhoneChange
from buurtwacht.enrolment.personal_data.departures import forget_new_numbers
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import add_contact_point

PAGE = "/mijn/telefoonnummer/"
OLD, NEW = "+31611111111", "+31612345678"


@pytest.fixture
def bram(cast, login):
    """Bram, signed in, of whom the group has an old number."""
    Membership.objects.filter(person=cast.bram).update(phone=OLD)
    return login(cast.bram)


@pytest.fixture
def texts(settings):
    settings.CHANNELS = [*settings.CHANNELS, "buurtwacht.enrolment.applying.tests.support.Texts"]
    Texts.sent.clear()
    return Texts.sent


def phone_in_group(cast):
    return membership_in(cast.bram, cast.group).phone


def numbers(person):
    return {(one.channel, one.address, bool(one.verified_at)) for one in ContactPoint.objects.filter(person=person)}


def code_sent_to(texts):
    handle_due_lines()
    return re.search(r"\d{6}", texts[-1][1])[0]


class TestWithoutTextMessages:
    def test_the_number_is_kept_as_it_is_unproven(self, cast, bram):
        assert bram.post(PAGE, {"phone": "06 12345678"}).status_code == 302

        assert phone_in_group(cast) == NEW
        assert Line.objects.get(action="phone.changed").facts == {"proven": False}
        assert "06 12345678" in bram.get(PAGE).content.decode()

    def test_what_is_no_number_is_refused_and_stays_in_the_field(self, cast, bram):
        for typed in ("06 1234", "tien keer nul", "", "+999 1234567", "06\x0012345678", "0" * 5000):
            page = bram.post(PAGE, {"phone": typed})
            assert page.status_code == 400
        assert phone_in_group(cast) == OLD
        assert "tien keer nul" in bram.post(PAGE, {"phone": "tien keer nul"}).content.decode()

    def test_a_number_can_be_removed_everywhere(self, cast, bram):
        bram.post(PAGE, {"action": "remove"})
        bram.post(PAGE, {"action": "remove"})

        assert phone_in_group(cast) == ""
        assert Line.objects.filter(action="phone.removed").count() == 1

    def test_who_takes_part_nowhere_has_nothing_to_fill_in(self, cast, login):
        chantal = login(cast.chantal)
        assert 'name="phone"' not in chantal.get(PAGE).content.decode()
        assert chantal.post(PAGE, {"phone": "06 12345678"}).status_code == 400


class TestWithTextMessages:
    def test_the_old_number_stays_until_the_code_is_right(self, cast, bram, texts):
        add_contact_point(cast.bram, "sms", OLD, verified=True)
        bram.post(PAGE, {"phone": "06 12345678"})
        assert (phone_in_group(cast), PhoneChange.objects.get().phone) == (OLD, NEW)
        code = code_sent_to(texts)
        assert texts[-1][0] == NEW

        wrong = "000000" if code != "000000" else "111111"
        assert bram.post(PAGE, {"action": "code", "code": wrong}).status_code == 400
        assert phone_in_group(cast) == OLD
        assert bram.post(PAGE, {"action": "code", "code": code}).status_code == 302
        assert phone_in_group(cast) == NEW
        assert {row for row in numbers(cast.bram) if row[0] == "sms"} == {("sms", NEW, True)}
        assert not PhoneChange.objects.exists()

    def test_a_code_is_tried_five_times_at_most(self, bram, cast, texts):
        bram.post(PAGE, {"phone": "06 12345678"})
        code = code_sent_to(texts)
        for _try in range(5):
            bram.post(PAGE, {"action": "code", "code": "000000" if code != "000000" else "111111"})

        assert bram.post(PAGE, {"action": "code", "code": code}).status_code == 400
        assert phone_in_group(cast) == OLD

    def test_nobody_is_texted_too_often(self, bram, texts, time_machine_at):
        for minute in range(limits.TEXTS.most + 3):
            with time_machine_at(minutes=2 * minute):
                bram.post(PAGE, {"phone": "06 12345678"})
                handle_due_lines()

        assert len(texts) == limits.TEXTS.most

    def test_not_twice_within_a_minute(self, bram, texts):
        bram.post(PAGE, {"phone": "06 12345678"})
        bram.post(PAGE, {"action": "again"})
        handle_due_lines()

        assert len(texts) == 1

    def test_the_old_number_stays_after_all(self, cast, bram, texts):
        bram.post(PAGE, {"phone": "06 12345678"})
        bram.post(PAGE, {"action": "cancel"})

        assert phone_in_group(cast) == OLD
        assert not PhoneChange.objects.exists()

    def test_a_landline_is_kept_without_a_code(self, cast, bram, texts):
        add_contact_point(cast.bram, "sms", OLD, verified=True)
        bram.post(PAGE, {"phone": "020 5551234"})

        assert phone_in_group(cast) == "+31205551234"
        assert not ContactPoint.objects.filter(person=cast.bram, channel="sms").exists()

    def test_proof_takes_the_number_over_from_who_had_it_before(self, cast, bram, texts):
        add_contact_point(cast.gerrit, "sms", NEW, verified=True)
        bram.post(PAGE, {"phone": "06 12345678"})
        bram.post(PAGE, {"action": "code", "code": code_sent_to(texts)})

        assert ContactPoint.objects.get(channel="sms", person=cast.bram).address == NEW
        assert not ContactPoint.objects.filter(channel="sms", person=cast.gerrit).exists()


def test_a_new_number_is_forgotten_after_a_day(cast):
    PhoneChange.objects.create(person=cast.bram, phone=NEW, asked_at=timezone.now() - timedelta(hours=25))
    PhoneChange.objects.create(person=cast.anna, phone=NEW)

    assert forget_new_numbers(timezone.now()) == 1
    assert PhoneChange.objects.get().person == cast.anna


def test_the_page_is_one_step_from_ones_own_data(cast, login):
    assert PAGE in login(cast.bram).get("/mijn/gegevens/").content.decode()
