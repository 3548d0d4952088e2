# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a message that Meta accepted."""

import pytest

from .business import buttons, rows, template, text


def statuses(meta, message):
    """What the webhooks told of one message."""
    told = [status for webhook in meta.webhooks.made for status in webhook.value.get("statuses", [])]
    return [status for status in told if status["id"] == message.id]


def test_a_text_inside_the_window_is_delivered_and_read(meta, business, anna):
    anna.says("Hallo")
    status, body = business.send(text("Dag Anna", to="+31 6 12345678", biz_opaque_callback_data="bezorging:1"))
    message = anna.inbox[-1]
    assert status == 200
    assert body["contacts"] == [{"input": "+31 6 12345678", "wa_id": "31612345678"}]
    assert body["messages"] == [{"id": message.id}]
    anna.reads()
    told = statuses(meta, message)
    assert [each["status"] for each in told] == ["sent", "delivered", "read"]
    assert {each["biz_opaque_callback_data"] for each in told} == {"bezorging:1"}
    assert (message.text, message.state, message.kind) == ("Dag Anna", "read", "text")


def test_the_window_closes_24_hours_after_the_last_word(meta, business, anna):
    anna.says("Hallo")
    meta.clock.move(hours=23, minutes=59)
    business.send(text())
    meta.clock.move(minutes=2)
    business.send(text())
    assert [message.state for message in anna.inbox] == ["delivered", "failed"]
    [failed] = statuses(meta, anna.inbox[-1])
    assert (failed["status"], failed["errors"][0]["code"]) == ("failed", 131047)
    assert "pricing" not in failed


def test_a_template_opens_nothing_but_a_tap_does(meta, business, anna):
    meta.template("melding", "Melding: {{1}}. Bel 112 bij gevaar.", buttons=["Gezien"])
    business.send(template("melding", "inbraak"))
    assert not anna.window_is_open()
    anna.taps("Gezien")
    assert anna.window_is_open()


@pytest.mark.parametrize(("to", "code"), [("31600000000", 131026), ("31612345678", 131047)])
def test_a_test_may_want_the_refusal_at_once(to, code, meta, business, anna):
    meta.told_later.clear()
    assert business.code_for(text(to=to)) == code
    assert meta.sent == []


def test_who_has_no_whatsapp_gets_nothing(meta, business):
    assert business.code_for(text(to="31600000000")) == 0
    [message] = meta.sent_to("31600000000")
    assert (message.state, message.failure) == ("failed", 131026)


def test_a_template_costs_and_is_free_inside_the_window(meta, business, anna):
    meta.template("melding", "Melding: {{1}}. Bel 112 bij gevaar.")
    business.send(template("melding", "inbraak"))
    anna.says("Hallo")
    business.send(template("melding", "inbraak"))
    prices = [statuses(meta, message)[0]["pricing"] for message in anna.inbox]
    assert [(price["billable"], price["category"], price["pricing_model"]) for price in prices] == [
        (True, "utility", "PMP"),
        (False, "utility", "PMP"),
    ]


def test_a_template_shows_what_was_filled_in(meta, business, anna):
    site = {"type": "URL", "text": "Bekijk", "url": "https://voorbeeld.example/m/{{1}}"}
    meta.template(
        "melding", "Soort: {{1}}, plaats: {{2}}.", header="Let op", footer="Bel 112", buttons=["Gezien", site]
    )
    message = template("melding", "inbraak", "Merelweg")
    parts = message["template"]["components"]
    parts.append({"type": "button", "sub_type": "quick_reply", "index": "0",
                  "parameters": [{"type": "payload", "payload": "m:7:gezien"}]})  # fmt: skip
    assert business.code_for(message) == 132000  # the link lacks its parameter
    parts.append({"type": "button", "sub_type": "url", "index": 1, "parameters": [{"type": "text", "text": "7"}]})
    assert business.code_for(message) == 0
    assert anna.inbox[-1].text == "Let op\nSoort: inbraak, plaats: Merelweg.\nBel 112"
    anna.taps("Gezien")
    tapped = meta.webhooks.made[-1].value["messages"][0]
    assert tapped["button"] == {"payload": "m:7:gezien", "text": "Gezien"}


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        (buttons("Ja", "Nee"), {"type": "button_reply", "button_reply": {"id": "knop:1", "title": "Nee"}}),
        (rows("Ja", "Nee"), {"type": "list_reply", "list_reply": {"id": "rij:1", "title": "Nee"}}),
    ],
)
def test_a_tap_says_which_and_on_what(message, reply, meta, business, anna):
    anna.says("Hallo")
    assert business.code_for(message) == 0
    assert anna.inbox[-1].buttons == ["Ja", "Nee"]
    anna.taps("Nee")
    told = meta.webhooks.made[-1].value["messages"][0]
    assert told["interactive"] == reply
    assert told["context"] == {"from": meta.number, "id": anna.inbox[-1].id}


def test_nobody_taps_what_is_not_there(anna):
    with pytest.raises(AssertionError, match="Anna has no message"):
        anna.taps("Gezien")


def test_a_telephone_that_is_off_gets_it_later_unless_it_is_too_late(meta, business, anna):
    meta.template("kort", "Melding: {{1}}. Bel 112 bij gevaar.", lifetime=900)
    meta.template("lang", "Melding: {{1}}. Bel 112 bij gevaar.")
    anna.goes_offline()
    business.send(template("kort", "inbraak"))
    business.send(template("lang", "inbraak"))
    assert [message.state for message in anna.inbox] == ["sent", "sent"]
    meta.clock.move(minutes=16)
    anna.comes_online()
    assert [message.state for message in anna.inbox] == ["sent", "delivered"]


def test_whoever_blocks_us_is_never_reached(meta, business, anna):
    anna.says("Hallo")
    anna.blocks()
    business.send(text())
    anna.comes_online()
    assert anna.inbox[-1].states == ["accepted", "sent"]


def test_whoever_stops_marketing_still_gets_alerts(meta, business, anna):
    meta.template("nieuws", "Nieuws van de buurt.", category="MARKETING")
    meta.template("melding", "Melding: {{1}}. Bel 112 bij gevaar.")
    anna.stops_marketing()
    business.send(template("nieuws"))
    business.send(template("melding", "inbraak"))
    assert [(message.state, message.failure) for message in anna.inbox] == [("failed", 131050), ("delivered", 0)]


def test_somebody_without_a_number_is_reached_by_id(meta, business, anna):
    anna.hides_number()
    anna.says("Hallo")
    heard = meta.webhooks.made[-1].value
    assert "wa_id" not in heard["contacts"][0]
    assert "from" not in heard["messages"][0]
    found = heard["messages"][0]["from_user_id"]
    message = text(recipient=found)
    del message["to"]
    status, body = business.send(message)
    assert (status, body["contacts"]) == (200, [{"input": found, "user_id": found}])
    told = statuses(meta, anna.inbox[-1])[0]
    assert (told["recipient_user_id"], "recipient_id" in told) == (found, False)


def test_a_header_with_a_photo_needs_a_photo(meta, business, anna):
    kept = meta.template("melding", "Melding: {{1}}. Bel 112 bij gevaar.")
    kept.components.insert(0, {"type": "HEADER", "format": "IMAGE"})
    message = template("melding", "inbraak")
    parts = message["template"]["components"]
    assert business.code_for(message) == 132012
    parts.append(
        {"type": "header", "parameters": [{"type": "image", "image": {"link": "https://voorbeeld.example/a"}}]}
    )
    assert business.code_for(message) == 0
    parts[0]["parameters"] = [{"type": "payload", "payload": "inbraak"}]
    assert business.code_for(message) == 132012


def test_holes_with_names_are_filled_by_name(meta, business, anna):
    meta.template("melding", "Melding: {{soort}} bij {{plaats}}. Bel 112.")
    message = template("melding", "Merelweg", "inbraak")
    assert business.code_for(message) == 100
    for parameter, name in zip(message["template"]["components"][0]["parameters"], ("plaats", "soort"), strict=True):
        parameter["parameter_name"] = name
    assert business.code_for(message) == 0
    assert anna.inbox[-1].text == "Melding: inbraak bij Merelweg. Bel 112."


def test_a_code_is_not_sent_to_an_id(meta, business, anna):
    meta.template("code", "Uw code is {{1}}.", category="AUTHENTICATION")
    message = template("code", "123456", recipient=anna.bsuid)
    del message["to"]
    assert business.code_for(message) == 131062


def test_another_number_is_another_id(meta, business, anna):
    before = anna.bsuid
    anna.changes_number("31687654321")
    assert anna.bsuid != before
    told = meta.webhooks.made[-1].value
    assert "contacts" not in told
    assert told["messages"][0]["from"] == "31612345678"
    assert told["messages"][0]["system"]["wa_id"] == "31687654321"
    assert business.code_for(text(to="31612345678")) == 0
    assert meta.sent[-1].failure == 131026


def test_we_mark_what_we_read(meta, business, anna):
    said = anna.says("Hallo")
    status, body = business.send(
        {"messaging_product": "whatsapp", "status": "read", "message_id": said, "typing_indicator": {"type": "text"}}
    )
    assert (status, body, meta.read_by_us) == (200, {"success": True}, [said])
