# SPDX-License-Identifier: EUPL-1.2
"""What members read about a way to be reached before they choose it: what it costs, how quick it is, who can read."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.phones import readable_phone
from buurtwacht.privacy.declare import Words


@dataclass(frozen=True, slots=True)
class About:
    """Honest lines about one kind of channel. `asks` is what somebody fills in where they cannot write to us first."""

    icon: str
    cost: Words
    speed: Words
    privacy: Words
    asks: Words = ""
    hint: Words = ""


FREE = _("Free for you.")
QUICK = _("Mostly within a few seconds.")

ABOUT = {
    "whatsapp": About(
        "message-circle",
        FREE,
        QUICK,
        _("Meta, the company behind WhatsApp, knows your number and that you take part. Neighbours do not see it."),
    ),
    "telegram": About(
        "send",
        FREE,
        QUICK,
        _("Telegram can read these messages. Your telephone number stays hidden from us and from neighbours."),
    ),
    "signal": About(
        "shield-lock",
        FREE,
        _("Mostly within a few seconds. Signal does not promise it."),
        _("Encrypted on the way. Neighbours do not see your number."),
    ),
    "matrix": About(
        "matrix",
        FREE,
        QUICK,
        _("The server where you have your account can read these messages."),
    ),
    "sms": About(
        "message-2",
        _("Free for you. Each message costs your group money."),
        _("Mostly within a minute. Nobody promises it."),
        _("Not encrypted: your telephone company can read it. Works on every mobile phone, without internet."),
        _("Your mobile number"),
        _("We send a code there. Neighbours never see your number."),
    ),
    "voice": About(
        "phone",
        _("Free for you. Each call costs your group money."),
        _("Within a minute. Your telephone rings, and a voice reads the alarm."),
        _("Works on every telephone, also at home. We call for an alarm, and when it is over; never for other news."),
        _("Your telephone number"),
        _("A voice calls you and reads a code. Neighbours never see your number."),
    ),
    "apprise": About(
        "link",
        _("That depends on the service you choose."),
        _("That depends on the service you choose."),
        _("The service you choose can read these messages. For people who know how to set it up."),
        _("Address of the service"),
        _("Such as ntfys://ntfy.example/my-street. We send a code there."),
    ),
}
OTHER = About("message-2", FREE, QUICK, _("The company behind this service can read these messages."))


def about(kind: str) -> About:
    """What we say about this kind of channel."""
    return ABOUT.get(kind, OTHER)


def readable_address(kind: str, address: str) -> str:
    """An address as its owner knows it; nothing for a device, and for what only a machine knows."""
    if kind in ("sms", "voice"):
        return readable_phone(address, settings.COUNTRY)
    if kind == "whatsapp" and address.isdigit():
        return readable_phone(f"+{address}", settings.COUNTRY)
    return address if kind in ("email", "matrix") else ""
