# SPDX-License-Identifier: EUPL-1.2
"""A group of 250 on many channels, and one provider is dead: everybody is told by another way within half a minute.

Real worker, real database, real servers on loopback: one that stands for WhatsApp and is out of order, one for text
messages, one for mail.
"""

import pytest

from buurtwacht.testing.installation import Installation
from buurtwacht.testing.mixed_street import MEMBERS, WAYS
from buurtwacht.testing.peers.answering import SILENCE, Provider, answer
from buurtwacht.testing.peers.mail_server import MailServer

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900)]

WITHIN = 30  # seconds
STREET = "buurtwacht.testing.mixed_street"
ON_WHATSAPP = sum(count for count, channels in WAYS if "whatsapp" in channels)
CHANNELS = [
    "buurtwacht.channels.whatsapp.channel.WhatsAppChannel",
    "buurtwacht.channels.sms.channel.SmsChannel",
    "buurtwacht.channels.email.channel.EmailChannel",
]
TOLD_AFTER = """
SELECT count(*), EXTRACT(EPOCH FROM max(first)) FROM (
    SELECT d.person_id, min(d.handed_over_at - i.created_at) AS first
    FROM delivery_delivery d JOIN delivery_intent i ON i.id = d.intent_id
    WHERE d.handed_over_at IS NOT NULL GROUP BY d.person_id
) AS told
"""


@pytest.mark.parametrize("dead", [answer(500), SILENCE], ids=["says 500", "takes and never answers"])
def test_everybody_is_told_by_another_way_and_the_page_says_why(dead, record_property):
    with Provider(dead) as whatsapp, Provider(answer(200, {"id": "1"})) as texts, MailServer() as mails:
        environment = {
            "BUURTWACHT_CHANNELS": ", ".join(CHANNELS),
            "BUURTWACHT_WHATSAPP_URL": f"{whatsapp.url}/v23.0",
            "BUURTWACHT_WHATSAPP_TOKEN": "t",
            "BUURTWACHT_WHATSAPP_APP_SECRET": "s",
            "BUURTWACHT_WHATSAPP_VERIFY_TOKEN": "v",
            "BUURTWACHT_WHATSAPP_PHONE_ID": "1",
            "BUURTWACHT_WHATSAPP_WABA_ID": "2",
            "BUURTWACHT_WHATSAPP_DAILY_LIMIT": "2000",
            "BUURTWACHT_SMS_URL": f"{texts.url}/send",
            "BUURTWACHT_SMS_PER_SECOND": "50",
            "BUURTWACHT_SMTP_HOST": "127.0.0.1",
            "BUURTWACHT_SMTP_PORT": str(mails.port),
        }
        with Installation(**environment) as house:
            house.start_worker()
            [group] = house.run(STREET, "build")
            house.run(STREET, "tell", group)
            house.until(lambda: house.ask(TOLD_AFTER) == MEMBERS)
            seconds = house.ask(TOLD_AFTER.replace("count(*), ", ""))
            board = dict(line.split("\t", 1) for line in house.run(STREET, "board"))

    record_property("seconds", float(seconds))
    assert seconds < WITHIN
    assert len(whatsapp.asked) < 2 * ON_WHATSAPP, "a service that is out of order is not knocked at again and again"
    assert board["whatsapp"].startswith("trouble")
    assert "trouble on their side" in board["whatsapp"] or "no answer" in board["whatsapp"]
    assert board["email"].startswith("well")
