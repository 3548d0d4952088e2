# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

from .models import DemoFile, DemoMail
from .people import PLAYERS, Player


def player_called(key: str) -> tuple[Player, Person]:
    """One of those whom a visitor can become."""
    player = next((player for player in PLAYERS if player.key == key), None)
    person = Person.objects.filter(email=player.email, is_demo=True).first() if player else None
    if player is None or person is None:
        raise NotFound(_("There is nobody like that in the demo."))
    return player, person


def phone_of(key: str) -> tuple[Player, Person]:
    """One of those whose phone a visitor can hold."""
    player, person = player_called(key)
    if not player.phone:
        raise NotFound(_("There is nobody like that in the demo."))
    return player, person


def mail_called(mail_id: UUID) -> DemoMail:
    """Something that the outside world received. In the demo everybody may read everybody's mail."""
    mail = DemoMail.objects.filter(pk=mail_id).first()
    if mail is None:
        raise NotFound(_("This mail is no longer there."))
    return mail


def file_called(mail_id: UUID, file_id: UUID) -> DemoFile:
    """A file that came with such a mail."""
    found = DemoFile.objects.filter(pk=file_id, mail=mail_id).first()
    if found is None:
        raise NotFound(_("This mail is no longer there."))
    return found
