# SPDX-License-Identifier: EUPL-1.2
"""What a centre makes of what we send. The centre is written from the specification and knows nothing of our client."""

import asyncio

import pytest

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.channels.contract import LINK, ChannelContract, make_message
from buurtwacht.channels.sms.channel import SmsChannel
from buurtwacht.channels.sms.smpp import submitting
from buurtwacht.testing.peers.certificates import server_tls
from buurtwacht.testing.peers.smpp import CUT, SILENT, THROTTLED, TRANSMITTER, SmsCentre

from .conftest import NUMBER, Phone, until

SHORT = Message(title="112 gebeld 21:14. €één", body="Blijf binnen.", url=LINK, urgency="update", ttl=900)


class TestSmppChannel(ChannelContract):
    channel = SmsChannel
    address = "+31612345678"
    nonsense = "020 5551234"


def test_a_short_text_goes_as_one_message(phone, centre):
    centre.names.append("0A1B")

    assert phone.send(SHORT) == [Receipt("0A1B")]

    [sent] = centre.submitted
    assert (sent.source, sent.destination) == ("3655", "31612345678")
    assert (sent.source_kind, sent.destination_kind) == ((3, 0), (1, 1))
    assert (sent.coding, sent.esm_class, sent.registered) == (0, 0, 1)
    assert sent.validity == "000000001500000R"
    assert sent.message.startswith(b"112 gebeld 21:14. \x1b\x65\x05\x05n\n")


@pytest.mark.parametrize(
    ("sender", "shown", "kind"),
    [("Buurtwacht", "Buurtwacht", (5, 0)), ("+31611111111", "31611111111", (1, 1)), ("3655", "3655", (3, 0))],
)
def test_a_sender_is_a_name_a_number_or_a_short_code(phone, centre, settings, sender, shown, kind):
    settings.SMS_FROM = sender
    phone.send(SHORT)
    assert (centre.submitted[0].source, centre.submitted[0].source_kind) == (shown, kind)


def test_a_long_text_goes_in_parts_that_a_phone_puts_together(phone, centre):
    [outcome] = phone.send(make_message(body="Er wordt aan achterpoorten gevoeld. " * 10))

    assert [sent.esm_class for sent in centre.submitted] == [0x40] * 3
    assert [sent.message[:3] for sent in centre.submitted] == [b"\x05\x00\x03"] * 3
    assert [tuple(sent.message[4:6]) for sent in centre.submitted] == [(3, 1), (3, 2), (3, 3)]
    assert len({sent.message[3] for sent in centre.submitted}) == 1
    assert all(len(sent.message) <= 6 + 153 for sent in centre.submitted)
    assert LINK.encode() in b"".join(sent.message[6:] for sent in centre.submitted).replace(b"\x11", b"_")
    assert [sent.registered for sent in centre.submitted] == [0, 0, 1]
    assert outcome == Receipt("00000003")


def test_a_long_text_goes_whole_where_the_provider_wants_that(phone, centre, settings):
    settings.SMPP_LONG = "payload"
    phone.send(make_message(body="Er wordt aan achterpoorten gevoeld. " * 10))
    [sent] = centre.submitted
    assert sent.message == b""
    assert LINK.encode() in sent.extra[0x0424]


def test_letters_that_the_alphabet_lacks_go_in_ucs2(phone, centre):
    phone.send(make_message(title="Позвоните 112", body="Позвоните"))
    assert {sent.coding for sent in centre.submitted} == {8}
    whole = b"".join(sent.message[6:] if sent.esm_class else sent.message for sent in centre.submitted)
    assert "Позвоните 112" in whole.decode("utf-16-be")


def test_never_more_is_under_way_than_the_window_allows(phone, centre, settings):
    centre.pause = 0.02
    outcomes = phone.send(*[SHORT] * 40)
    assert all(isinstance(outcome, Receipt) for outcome in outcomes)
    assert 1 < centre.most_at_once <= settings.SMPP_WINDOW


def test_each_answer_finds_its_own_message(phone, centre):
    centre.pause = 0.01
    centre.statuses.extend([0, 0x0B, 0])
    found = phone.send(SHORT, SHORT, SHORT)
    assert sorted(type(outcome).__name__ for outcome in found) == ["DeliveryFailed", "Receipt", "Receipt"]


@pytest.mark.parametrize(
    ("status", "permanent", "rest"),
    [(THROTTLED, False, 1.0), (0x14, False, 5.0), (0x0B, True, None), (0x08, False, None), (0x45, False, None)],
    ids=["throttled", "queue full", "no such number", "system error", "submit failed"],
)
def test_what_a_no_means(phone, centre, status, permanent, rest):
    centre.statuses.append(status)
    failure = phone.fails(SHORT)
    assert (failure.permanent, failure.retry_after, failure.gone, failure.unknown) == (permanent, rest, False, False)
    assert failure.reason == f"status 0x{status:08x}"


def test_who_never_hears_an_answer_does_not_know(centre, settings):
    settings.SMS_TIMEOUT = 1.0  # it holds for opening the session too
    phone = Phone()
    centre.statuses.append(SILENT)
    failure = phone.fails(SHORT)
    phone.hang_up()
    assert failure.unknown
    assert not failure.permanent


def test_a_connection_cut_in_the_middle_of_a_window_is_made_again(phone, centre):
    centre.pause = 0.05
    centre.statuses.extend([0, 0, CUT])

    outcomes = phone.send(*[SHORT] * 20)

    failed = [outcome for outcome in outcomes if isinstance(outcome, DeliveryFailed)]
    under_way = [outcome for outcome in failed if outcome.unknown]
    assert under_way
    assert not any(outcome.permanent for outcome in failed)
    until(lambda: len(centre.binds) > 1)
    assert isinstance(phone.send(SHORT)[0], Receipt)


def test_a_wrong_password_is_not_tried_again_and_again(centre, settings):
    settings.SMPP_PASSWORD = "wrong"
    phone = Phone()
    until(lambda: centre.binds)
    failure = phone.fails(SHORT)
    phone.hang_up()
    assert (failure.permanent, failure.gone, failure.unknown) == (False, False, False)
    assert len(centre.binds) == 1


def test_who_is_not_there_any_more_is_found_out(centre, settings):
    settings.SMPP_ENQUIRE_SECONDS = 0.05
    settings.SMS_TIMEOUT = 0.2
    phone = Phone()
    until(lambda: centre.enquired > 2)
    centre.enquiries_are_answered = False
    until(lambda: len(centre.binds) > 1)
    phone.hang_up()
    assert centre.enquired > 2


def by_itself(*messages: Message) -> list[object]:
    """Sent by a process that does not listen, such as one that sends a code."""

    async def whole() -> list[object]:
        channel = SmsChannel()
        try:
            return list(await channel.send_many([(message, NUMBER) for message in messages]))
        finally:
            await channel.close()

    return asyncio.run(whole())


def test_who_does_not_listen_sends_over_a_connection_that_only_sends(centre):
    outcomes = by_itself(SHORT, SHORT)
    assert outcomes == [Receipt("00000001"), Receipt("00000002")]
    assert centre.kinds == [TRANSMITTER]


@pytest.mark.parametrize("trouble", ["password", "port"])
def test_who_cannot_connect_says_so_and_switches_off_no_phone(centre, settings, trouble):
    settings.SMPP_PASSWORD = "wrong" if trouble == "password" else "secret"
    settings.SMPP_PORT = centre.port if trouble == "password" else 1
    [failure] = by_itself(SHORT)
    assert isinstance(failure, DeliveryFailed)
    assert (failure.permanent, failure.gone, failure.unknown) == (False, False, False)


def test_a_text_that_has_begun_waits_for_a_centre_that_is_too_busy(phone, centre, monkeypatch):
    monkeypatch.setitem(submitting.BUSY, THROTTLED, 0.01)
    centre.statuses.extend([0, THROTTLED, THROTTLED, 0])
    [outcome] = phone.send(make_message(body="Er wordt aan achterpoorten gevoeld. " * 10))
    assert isinstance(outcome, Receipt)
    assert [sent.message[5] for sent in centre.submitted] == [1, 2, 2, 2, 3]


def test_over_tls_only_with_a_certificate_that_we_trust(settings, certificate, monkeypatch):
    settings.SMPP_TLS, settings.SMPP_HOST = True, "localhost"
    with SmsCentre(tls=server_tls(*certificate)) as centre:
        settings.SMPP_PORT = centre.port
        [refused] = by_itself(SHORT)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        [taken] = by_itself(SHORT)
    assert isinstance(refused, DeliveryFailed)
    assert isinstance(taken, Receipt)


def test_a_neighbour_can_text_to_our_number(settings):
    doorway = SmsChannel().doorway("START-7K2M9Q")
    assert doorway is not None
    assert (doorway.link, doorway.to) == ("sms:3655?body=START-7K2M9Q", "3655")
    settings.SMS_FROM = "Buurtwacht"
    assert SmsChannel().doorway("START-7K2M9Q") is None


def test_our_numbers_and_words_stay_out_of_the_logs(phone, centre, caplog, capsys):
    centre.statuses.extend([0x0B, CUT])
    phone.send(SHORT)
    phone.send(SHORT)
    printed = capsys.readouterr()
    for word in ("612345678", "Blijf binnen", "secret"):
        assert word not in caplog.text + printed.out + printed.err


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SMPP_HOST", "", "SMPP_HOST is empty"),
        ("SMPP_SYSTEM_ID", "", "SMPP_SYSTEM_ID is empty"),
        ("SMPP_PASSWORD", "nine signs", "more than 8 signs"),
        ("SMPP_ALPHABET", "ascii", "must be gsm or latin1"),
        ("SMPP_LONG", "long", "must be udh or payload"),
        ("SMPP_RECEIPT_IDS", "octal", "must be same, decimal or hex"),
    ],
)
def test_a_wrong_setting_is_said_to_the_operator(settings, name, value, sentence):
    setattr(settings, name, value)
    [problem] = SmsChannel().problems()
    assert sentence in problem
