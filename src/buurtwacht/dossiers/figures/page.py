# SPDX-License-Identifier: EUPL-1.2
"""What the page about the old group shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from django.conf import settings
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.dossiers.excerpt.window import dated
from buurtwacht.dossiers.exports.moments import Order
from buurtwacht.dossiers.exports.reader import chat_in
from buurtwacht.dossiers.exports.words import told_politely
from buurtwacht.enrolment.models import Invitation
from buurtwacht.enrolment.welcome.papers import address_of, picture_of
from buurtwacht.enrolment.welcome.queries import open_invitations
from buurtwacht.enrolment.welcome.words import message_to_share
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.bars import bars_of
from buurtwacht.lib.errors import DomainError

from .subjects import weigh
from .talk import talk_in


@dataclass(frozen=True, slots=True)
class ToPost:
    """What a coordinator puts in the old group: the words in each language, and the square."""

    invitation: Invitation
    address: str
    square: SafeString
    texts: tuple[tuple[str, str, str], ...]  # the code and the name of a language, and the words


def figures_of(file: BinaryIO, group: WatchGroup, order: Order | None) -> dict[str, Any]:
    """Figures only. Raises `DomainError`."""
    with told_politely():
        talk = talk_in(dated(chat_in(file, order)))
    if not talk.messages:
        raise DomainError(_("Nobody said anything in this chat."))
    months = [(date_format(date(int(month[:4]), int(month[5:]), 1), "F Y"), count) for month, count in talk.last_months]
    return {
        "talk": talk,
        "months": bars_of(months),
        "hours": bars_of([(f"{hour:02}:00", talk.hours[hour]) for hour in range(24)]),
        "weighed": weigh(talk.sample, group.policy, group.organisation.language.partition("-")[0]),
    }


def invitation_to_post(group: WatchGroup) -> ToPost | None:
    """The link of the whole group in words to share; None as long as nobody made that link."""
    invitation = open_invitations(group).filter(way=Invitation.Way.LINK, street="").first()
    if invitation is None:
        return None
    address, texts = address_of(invitation), []
    own = group.organisation.language
    for code, name in sorted(settings.LANGUAGES, key=lambda language: language[0] != own):
        with override(code):
            texts.append((code, str(name), message_to_share(group, address)))
    return ToPost(invitation, address, picture_of(invitation), tuple(texts))
