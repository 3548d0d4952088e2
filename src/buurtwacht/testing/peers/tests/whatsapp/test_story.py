# SPDX-License-Identifier: EUPL-1.2
"""What the docstring of the package shows is there, and works from end to end."""

import re

import pytest

from buurtwacht.testing.peers import whatsapp
from buurtwacht.testing.peers.whatsapp.message import Sent

from .business import template, text

NAMES = re.compile(r"\b(meta|anna|message)((?:\.[a-z_]+)+)")
PHOTO = b"\xff\xd8\xff\xe0 a photo"


@pytest.mark.parametrize("found", sorted(set(NAMES.findall(whatsapp.__doc__))), ids=lambda found: "".join(found))
def test_every_name_in_the_docstring_is_there(found, meta, anna):
    meta.template("melding", "Rust.")
    owner, path = found
    at = {"meta": meta, "anna": anna, "message": Sent("wamid.1", anna, text(), 0.0, True)}[owner]
    for name in path.strip(".").split("."):
        at = getattr(at, name)


def test_an_alert_and_what_anna_does_with_it(meta, business, anna, ear):
    ear.verify_token, ear.secret = meta.verify_token, meta.app_secret
    meta.webhooks_to(ear.hook)
    meta.template("buurt_melding_v1", "Melding: {{1}} bij {{2}}. Bel 112 bij gevaar.", buttons=["Gezien"])
    assert business.code_for(template("buurt_melding_v1", "inbraak", "Merelweg 4")) == 0
    alert = anna.inbox[-1]
    assert (alert.text, alert.buttons) == ("Melding: inbraak bij Merelweg 4. Bel 112 bij gevaar.", ["Gezien"])
    anna.reads()
    anna.taps("Gezien")
    said = anna.says("Ik zie iemand bij de schuur", about=alert)
    anna.sends_photo(PHOTO, caption="Hier")
    assert business.code_for(text("Dank u. Blijf binnen.", context={"message_id": said})) == 0
    meta.clock.move(hours=25)
    assert business.code_for(text("Nog iets gezien?")) == 0
    meta.webhooks.settle()
    assert sorted(ear.statuses()) == ["delivered", "delivered", "failed", "read", "sent", "sent"]
    assert [message.state for message in anna.inbox] == ["read", "delivered", "failed"]
