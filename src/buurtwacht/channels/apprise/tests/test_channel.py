# SPDX-License-Identifier: EUPL-1.2
"""With a web server that takes messages as ntfy and Gotify do, over TLS."""

import asyncio
import json
import threading
from urllib.parse import unquote

import pytest
import requests

from buurtwacht.channels.apprise import addresses
from buurtwacht.channels.apprise.addresses import service_at
from buurtwacht.channels.apprise.channel import AppriseChannel
from buurtwacht.channels.apprise.guard import only_public
from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import LINK, ChannelContract, make_message
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.answering import HANG_UP, SILENCE, Provider, answer
from buurtwacht.testing.peers.certificates import server_tls


@pytest.fixture(autouse=True)
def schemes(settings):
    settings.APPRISE_SCHEMES = ["ntfys", "gotifys", "threema", "workflows", "slack"]
    return settings


@pytest.fixture
def tls(trusted, monkeypatch, settings):
    """A certificate for localhost that requests trusts; and this machine may be written to."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(trusted[0]))
    settings.PUSH_LOOPBACK = True
    return server_tls(*trusted)


class TestApprise(ChannelContract):
    channel = AppriseChannel
    address = "ntfys://token@push.example/vogelbuurt"
    nonsense = "file:///etc/passwd"


def tell(*addresses, **changes):
    async def whole():
        channel = AppriseChannel()
        try:
            return await channel.send_many([(make_message(**changes), address) for address in addresses])
        finally:
            await channel.close()

    return asyncio.run(whole())


def ntfy(provider):
    return f"ntfys://localhost:{provider.port}/vogelbuurt"


def test_ntfy_gets_the_words_the_link_and_a_sound(tls):
    with Provider(answer(200, {"id": "x"}), tls=tls) as provider:
        [outcome] = tell(ntfy(provider))
    [asked] = provider.asked
    assert outcome == Receipt()
    said = unquote(asked.body.decode()) + str(asked.headers)
    assert "112 gebeld 21:14" in said
    assert LINK in said
    assert "high" in said
    assert "github" not in said.lower()  # no picture from a server of others


def test_gotify_gets_them_too_and_no_sound_for_what_can_wait(tls):
    with Provider(answer(200, {"id": 7}), tls=tls) as provider:
        [outcome] = tell(f"gotifys://localhost:{provider.port}/secret", urgency="digest")
    sent = json.loads(provider.asked[0].body)
    assert outcome == Receipt()
    assert LINK in sent["message"]
    assert sent["priority"] < 8


@pytest.mark.parametrize(
    "answering",
    [*(answer(status) for status in (302, 400, 401, 403, 404, 410, 429, 500, 503)), HANG_UP],
    ids=lambda one: str(one.status),
)
def test_every_no_is_tried_again_because_we_do_not_hear_which_one_it_was(tls, answering):
    with Provider(answering, tls=tls) as provider:
        [failure] = tell(ntfy(provider))
    assert isinstance(failure, DeliveryFailed)
    assert (failure.permanent, failure.gone, failure.unknown) == (False, False, True)
    assert len(provider.asked) == 1


def test_silence_is_not_waited_for(tls, monkeypatch):
    monkeypatch.setattr(addresses, "SECONDS_TO_ANSWER", 0.2)
    with Provider(SILENCE, tls=tls) as provider:
        [failure] = tell(ntfy(provider))
    assert not failure.permanent


def test_each_message_of_a_batch_has_its_own_outcome(tls):
    with Provider(answer(500), tls=tls) as broken, Provider(answer(200), tls=tls) as fine:
        outcomes = tell(ntfy(fine), ntfy(broken), ntfy(fine))
    assert [isinstance(outcome, Receipt) for outcome in outcomes] == [True, False, True]


def test_nothing_is_sent_to_machines_of_our_own_network(tls, settings):
    settings.PUSH_LOOPBACK = False
    with Provider(answer(200), tls=tls) as provider:
        [failure] = tell(ntfy(provider))
    assert isinstance(failure, DeliveryFailed)
    assert provider.asked == []


def test_others_in_this_process_go_where_they_want(tls, settings):
    settings.PUSH_LOOPBACK = False
    url, found = "", []
    with Provider(answer(200), tls=tls) as provider, only_public():
        url = provider.url
        other = threading.Thread(target=lambda: found.append(requests.get(url, timeout=30).status_code))
        other.start()
        other.join()
        with pytest.raises(requests.ConnectionError):
            requests.get(url, timeout=30)
    assert found == [200]


@pytest.mark.parametrize(
    "typed",
    [
        "file:///etc/passwd",
        "syslog://localhost",
        "dbus://",
        "json://10.0.0.1/",
        "ntfy://push.example/topic",  # without encryption
        "mailto://user:pass@example.org",
        "https://push.example/topic",
        "ntfys",
        "",
    ],
)
def test_what_is_not_allowed_is_refused_with_a_sentence(typed):
    with pytest.raises(DomainError, match="ntfys://"):
        AppriseChannel().normalise(typed)
    [failure] = tell(typed)
    assert failure.permanent


@pytest.mark.parametrize(
    "typed",
    [
        "workflows://host.example/id/sig?template=/etc/passwd",
        "ntfys://push.example/topic?attach=file:///etc/passwd",
        "ntfys://push.example/topic?verify=no",
        "ntfys://push.example/topic?redirect=yes&priority=max",
        "ntfys://push.example/topic?rto=9000",
        "threema://*ABCDEFG@secret/" + "0" * 600,
        "slack://",
    ],
)
def test_what_would_do_more_than_send_is_refused(typed):
    with pytest.raises(DomainError, match="vraagteken"):
        AppriseChannel().normalise(typed)


def test_a_service_is_never_less_strict_than_we_are():
    service = service_at("ntfys://push.example/topic?verify=no&redirect=yes&rto=9000")
    assert (service.verify_certificate, service.redirects) == (True, False)
    assert service.request_timeout == (5.0, 8.0)


def test_what_the_installation_does_not_allow(schemes):
    schemes.APPRISE_SCHEMES = ["gotifys"]
    with pytest.raises(DomainError, match="gotifys://"):
        AppriseChannel().normalise("ntfys://push.example/topic")


def test_a_scheme_that_nobody_reviewed_is_said_to_the_operator(schemes):
    schemes.APPRISE_SCHEMES = ["ntfys", "file", "syslog"]
    [problem] = AppriseChannel().problems()
    assert "names file, syslog" in problem
    with pytest.raises(DomainError):
        AppriseChannel().normalise("file:///tmp/x")


def test_secrets_and_words_stay_out_of_the_logs(tls, caplog, capsys):
    caplog.set_level("DEBUG")
    with Provider(answer(500, b"geheim"), tls=tls) as provider:
        tell(f"gotifys://localhost:{provider.port}/geheim")
    printed = capsys.readouterr()
    for word in ("geheim", "achterpoorten", "gotifys"):
        assert word not in caplog.text + printed.out + printed.err
