# SPDX-License-Identifier: EUPL-1.2
"""What arrives on the telephone: a form when the window is shut, our own words when it is open."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.channels.base import Action, Gist, Receipt
from buurtwacht.channels.whatsapp.shapes import given_back

from .conftest import NUMBER

GIST = Gist(
    kind="alarm",
    call="112 gebeld 21:14",
    what="Iemand voelt aan deuren of poorten",
    where="Lijsterstraat",
    when="21:12",
    group="Vogelbuurt",
)
SEEN = Action("seen", "Gezien", "https://buurtwacht.example/meldingen/7/")
WATCHING = Action("watching", "Ik kijk mee vanuit huis", "https://buurtwacht.example/meldingen/7/")
REFERENCE = "0190f3a2-0000-7000-8000-000000000001"


@pytest.fixture
def speaks(book):
    """Somebody wrote to us just now."""
    return lambda address=NUMBER, ago=timedelta(): book.note_heard("whatsapp", [address], timezone.now() - ago)


def test_an_alarm_outside_of_the_window_is_a_form(send, anna):
    outcome = send(gist=GIST, actions=(SEEN, WATCHING), reference=REFERENCE)
    [message] = anna.inbox
    assert outcome == Receipt(message.id)
    assert message.template.name == "buurt_alarm"
    assert message.text.startswith("Melding in uw buurt. 112 gebeld 21:14.")
    assert "Waar: Lijsterstraat\nTijd: 21:12\nGroep: Vogelbuurt" in message.text
    assert "Bel 112." in message.text
    assert "achterpoorten" not in message.text  # nothing of the body leaves in a form
    assert message.buttons == ["Gezien", "Ik kijk mee vanuit huis"]
    assert [tap.id for tap in message.taps()] == [f"seen|{REFERENCE}", f"watching|{REFERENCE}"]
    assert message.request["biz_opaque_callback_data"] == REFERENCE
    assert message.request["template"]["components"][-1]["parameters"][0]["text"] == "meldingen/7/"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("alarm", "buurt_alarm"),
        ("update", "buurt_update"),
        ("ended", "buurt_afgelopen"),
        ("outcome", "buurt_uitkomst"),
        ("note", "buurt_bericht"),
        ("test", "buurt_test"),
    ],
)
@pytest.mark.parametrize(
    ("language", "form"), [("nl", "nl"), ("nl-be", "nl"), ("fr", "fr"), ("de", "de"), ("en", "en")]
)
def test_every_kind_of_news_has_a_form_in_every_language(send, anna, kind, name, language, form):
    send(gist=Gist(kind=kind), language=language, extra={"emergency_number": "101"})
    [message] = anna.inbox
    assert (message.template.name, message.template.language) == (name, form)
    assert "101" in message.text
    assert "{{" not in message.text


def test_news_without_a_gist_says_that_there_is_a_message(send, anna):
    send(gist=None, title="Uw code is 4821-7730", body="")
    [message] = anna.inbox
    assert message.template.name == "buurt_bericht"
    assert "4821" not in message.text


def test_a_gap_is_one_line_and_never_empty(send, anna):
    nasty = Gist(kind="alarm", call="112\ngebeld\t21:14", what="a" * 900, where="      ", group="{{1}}")
    send(gist=nasty)
    [message] = anna.inbox
    assert "112 gebeld 21:14" in message.text
    assert "Waar: staat op de pagina" in message.text
    assert "Groep: ((1))" in message.text


def test_within_the_window_it_is_our_own_words(send, anna, speaks):
    anna.says("Hallo")
    speaks()
    outcome = send(gist=GIST, actions=(SEEN, WATCHING), reference=REFERENCE)
    [message] = anna.inbox
    assert isinstance(outcome, Receipt)
    assert message.kind == "interactive"
    assert message.text.startswith("112 gebeld 21:14. Vogelbuurt\nBel alleen bij nieuwe informatie.")
    assert message.text.endswith("https://buurtwacht.example/meldingen/7/")
    assert message.buttons == ["Gezien", "Ik kijk mee vanuit…"]


def test_a_window_closes_after_a_day(send, anna, speaks):
    anna.says("Hallo")
    speaks()
    send()
    with time_machine.travel(timezone.now() + timedelta(hours=23, minutes=51)):
        send()
    assert [bool(message.template) for message in anna.inbox] == [False, True]


def test_when_meta_says_that_the_window_is_closed_a_form_goes_at_once(send, anna, meta, speaks, book):
    meta.told_later.clear()
    speaks()
    assert isinstance(send(gist=GIST), Receipt)
    [message] = anna.inbox
    assert message.template.name == "buurt_alarm"
    assert not book.last_heard("whatsapp", [NUMBER])


def test_our_turn_in_a_conversation_goes_as_it_stands(send, anna, meta, speaks):
    said = anna.says("MELDEN")
    speaks()
    choices = tuple(Action(f"kind:{one}", one, "") for one in ("Inbraak", "Verdacht", "Anders"))
    send(body="Wat ziet u?", said=True, actions=choices, answers=said, reference=REFERENCE)
    [message] = anna.inbox
    assert message.text == "Wat ziet u?"
    assert message.buttons == ["Inbraak", "Verdacht", "Anders"]
    assert message.context == said
    assert meta.read_by_us == [said]


@pytest.mark.parametrize(
    ("titles", "kind", "shown"),
    [
        (["Een", "Twee", "Drie", "Vier"], "list_reply", ["Een", "Twee", "Drie", "Vier"]),
        (["Ja", "Ik weet het nog niet zeker, vraag maar"], "list_reply", ["Ja", "Ik weet het nog niet…"]),
        ([f"Straat {number}" for number in range(10)], "list_reply", [f"Straat {number}" for number in range(10)]),
    ],
)
def test_more_choices_are_a_list(send, anna, speaks, titles, kind, shown):
    anna.says("MELDEN")
    speaks()
    send(body="Kies", said=True, actions=tuple(Action(f"keuze:{n}", one, "") for n, one in enumerate(titles)))
    [message] = anna.inbox
    assert message.buttons == shown
    assert {tap.kind for tap in message.taps()} == {kind}


def test_choices_that_do_not_fit_are_numbered_and_none_is_lost(send, anna, speaks):
    anna.says("MELDEN")
    speaks()
    send(body="Welke straat?", said=True, actions=tuple(Action(str(n), f"Straat {n}", "") for n in range(1, 14)))
    [message] = anna.inbox
    assert message.kind == "text"
    assert message.text.endswith("13. Straat 13")


def test_a_long_text_keeps_its_link(send, anna, speaks):
    anna.says("Hallo")
    speaks()
    send(body="woord " * 2000)
    [message] = anna.inbox
    assert len(message.text) <= 4096
    assert message.text.endswith("https://buurtwacht.example/meldingen/7/")


def test_a_possible_double_says_so(send, anna, speaks):
    anna.says("Hallo")
    speaks()
    send(maybe_double=True)
    assert "Misschien las u dit al." in anna.inbox[0].text


def test_an_alarm_for_which_nobody_called_begins_with_the_number(send, anna, speaks):
    anna.says("Hallo")
    speaks()
    send(title="Een vraag", actions=())
    assert anna.inbox[0].text.startswith("Direct gevaar? Bel 112.")


def test_somebody_without_a_number_is_written_to_by_metas_id(send, anna):
    anna.hides_number()
    assert isinstance(send(to=anna.bsuid, gist=GIST), Receipt)
    assert anna.inbox[0].request["recipient"] == anna.bsuid


def test_a_choice_that_is_too_long_goes_without_our_name():
    assert given_back("a" * 250, REFERENCE) == "a" * 250
    assert given_back("seen", "one,two") == "seen"
