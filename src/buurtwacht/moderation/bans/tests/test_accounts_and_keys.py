# SPDX-License-Identifier: EUPL-1.2
"""A return through Telegram or Matrix is noticed; a field key that takes the place of another one ends no ban."""

import pytest

from buurtwacht.config import env
from buurtwacht.enrolment.applying.services import prove
from buurtwacht.enrolment.models import Application
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.moderation.bans.queries import members_under
from buurtwacht.moderation.models import Ban, BanMark, SharedAddress
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import add_contact_point, create_person, erase_person
from buurtwacht.privacy.services import forget_what_is_due
from buurtwacht.testing.cast import join

CHANNELS = "buurtwacht.channels.telegram.channel.TelegramChannel", "buurtwacht.channels.matrix.channel.MatrixChannel"
ACCOUNTS = [("telegram", "912345678"), ("matrix", "@bram:matrix.example")]


@pytest.fixture
def gone_with_accounts(cast, remove, settings):
    """Bram was removed, and has since erased everything."""
    settings.CHANNELS = [*settings.CHANNELS, *CHANNELS]
    for channel, address in ACCOUNTS:
        add_contact_point(cast.bram, channel, address, verified=True)
    remove(cast.bram)
    erase_person(cast.bram)
    handle_due_lines()
    return Ban.objects.get()


@pytest.mark.parametrize(("channel", "address"), ACCOUNTS)
def test_who_comes_back_and_connects_the_same_account_is_put_before_the_administrators(
    cast, gone_with_accounts, channel, address
):
    back = create_person(email="abraham@voorbeeld.example", first_name="Abraham")
    member = join(cast.group, back)
    handle_due_lines()
    assert not SharedAddress.objects.exists()

    add_contact_point(back, channel, address, verified=True)
    handle_due_lines()
    assert SharedAddress.objects.get().membership == member
    assert members_under(gone_with_accounts) == [member]


def test_an_account_that_was_not_proven_counts_for_nothing(cast, gone_with_accounts):
    member = join(cast.group, create_person(email="abraham@voorbeeld.example", first_name="Abraham"))
    add_contact_point(member.person, "telegram", "912345678", verified=False)
    handle_due_lines()
    assert not SharedAddress.objects.exists()


def test_marks_of_accounts_say_nothing_and_go_with_the_ban(gone_with_accounts):
    marks = BanMark.objects.filter(kind__in=["telegram", "matrix"])
    assert marks.count() == len(ACCOUNTS)
    assert not ContactPoint.objects.filter(channel__in=["telegram", "matrix"]).exists()
    assert all(address not in str(list(marks.values())) for _channel, address in ACCOUNTS)

    forget_what_is_due(gone_with_accounts.ends_at)
    assert not BanMark.objects.exists()


def test_bans_stand_when_another_field_key_took_the_place_of_the_oldest(gone, applies, settings, monkeypatch, tmp_path):
    """The key of the marks is derived once, and from then on a secret of its own."""
    monkeypatch.setattr(env, "DATA", tmp_path)
    first = env.secret("BUURTWACHT_FINGERPRINT_KEY", first=settings.FINGERPRINT_KEY)
    assert first == settings.FINGERPRINT_KEY

    settings.FIELD_KEYS = [bytes(32), *settings.FIELD_KEYS]
    settings.FINGERPRINT_KEY = env.secret("BUURTWACHT_FINGERPRINT_KEY", first=b"derived from another key".ljust(32))

    assert prove(applies("bram@oud.example"), "email").status == Application.Status.REFUSED
