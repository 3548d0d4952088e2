# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.channels.base import Message
from buurtwacht.pages.demo.text_messages import keep_text
from buurtwacht.pages.models import DemoMail

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_text_messages_in_the_mailbox_are_fit_to_be_seen(seen_well, settings):
    settings.DEMO = True
    alarm = Message(
        title="112 gebeld 21:14. Vogelbuurt",
        body="Bel alleen bij nieuwe informatie. Er wordt aan achterpoorten gevoeld. Blijf binnen.",
        url="https://buurtwacht.example/meldingen/7/",
        urgency="alarm",
    )
    code = Message(title="Buurtwacht", body="482193 is uw code voor Vogelbuurt. Geef hem aan niemand.", url="")
    for message in (code, alarm):
        keep_text(message, "+31612345678")

    seen_well("/demo/postvak/", name="postvak-sms")
    seen_well(f"/demo/postvak/{DemoMail.objects.order_by('pk').last().pk}/", name="sms")
