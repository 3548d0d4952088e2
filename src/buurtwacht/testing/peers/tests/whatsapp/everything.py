# SPDX-License-Identifier: EUPL-1.2
"""Everything that can happen, once."""

import json
from typing import Any

from buurtwacht.testing.peers.whatsapp import WhatsApp

from .business import Business, buttons, rows, template, text

PHOTO = b"\xff\xd8\xff\xe0 a photo"


def happens(meta: WhatsApp, business: Business) -> None:
    """Leaves a webhook of every kind behind."""
    anna, bas = meta.user("31612345678", "Anna"), meta.user("32470123456", "Bas")
    alert = meta.template("melding", "Melding: {{1}} in de straat.", buttons=["Gezien"])
    news = meta.template("nieuws", "Nieuws van de buurt.", category="MARKETING")
    assert business.code_for(text(to="31600000000")) == 0  # nobody: fails later
    assert business.code_for(text()) == 0  # outside of the window: fails later
    assert business.code_for(template("melding", "inbraak", biz_opaque_callback_data="bezorging:1")) == 0
    anna.taps("Gezien")
    anna.taps("Gezien", context=False)
    question = anna.says("Wat is er?")
    assert business.code_for(text(context={"message_id": question})) == 0
    anna.says("Dank u", about=anna.inbox[-1])
    anna.edits(question, "Wat is er aan de hand?")
    anna.deletes(question)
    assert business.code_for(buttons("Ja", "Nee")) == 0
    anna.taps("Ja")
    assert business.code_for(rows("Persoon", "Auto")) == 0
    anna.taps("Auto")
    anna.reads()
    anna.reacts("👍", anna.inbox[-1])
    anna.reacts(None, anna.inbox[-1])
    anna.sends_photo(PHOTO, "Hier")
    anna.sends_photo(PHOTO)
    anna.sends_video(b"video")
    anna.sends_voice(b"OggS")
    anna.sends_document(b"%PDF", "brief.pdf")
    anna.sends_location(52.0116, 5.6533)
    anna.sends_location(52.0116, 5.6533, "Park", "Parkweg 1")
    anna.sends_unsupported()
    anna.sends_unreadable()
    anna.changes_number("31687654321")
    bas.hides_number()
    bas.says("Geen nummer")
    assert business.code_for(text(to="32470123456")) == 0
    bas.stops_marketing()
    assert business.code_for(template("nieuws", to="32470123456")) == 0
    alert.pause()
    alert.approve()
    news.turn_into("UTILITY")
    meta.restrict_account()


def bodies(meta: WhatsApp) -> list[dict[str, Any]]:
    return [json.loads(webhook.body) for webhook in meta.webhooks.made]
