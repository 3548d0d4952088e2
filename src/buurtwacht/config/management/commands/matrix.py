# SPDX-License-Identifier: EUPL-1.2
import asyncio
import secrets
from collections.abc import Coroutine
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.matrix import rooms
from buurtwacht.channels.matrix.checking import findings
from buurtwacht.channels.matrix.homeserver import Homeserver
from buurtwacht.channels.matrix.names import person_named
from buurtwacht.channels.matrix.registration import registration
from buurtwacht.lib.errors import DomainError


class Command(BaseCommand):
    help = "Connect a Matrix homeserver: see docs/channels/matrix.md."

    def add_arguments(self, parser: CommandParser) -> None:
        commands = parser.add_subparsers(dest="what", required=True)
        commands.add_parser("registration", help="print the registration file for the homeserver")
        commands.add_parser("check", help="see whether the homeserver and we understand each other")
        room = commands.add_parser("room", help="make a room for a group, and print its id")
        room.add_argument("name", help="what the room is called")
        room.add_argument("--invite", action="append", default=[], metavar="@NAME:SERVER", help="may be given often")
        room.add_argument("--alarm-only", action="store_true", help="members read, and only those invited here write")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['what']}")(options)

    def _registration(self, options: dict[str, Any]) -> None:
        if not settings.MATRIX_SERVER_NAME:
            raise CommandError(
                "Set BUURTWACHT_MATRIX_SERVER_NAME first: the name behind the colon of @you:example.org."
            )
        as_token = settings.MATRIX_AS_TOKEN or secrets.token_urlsafe(32)
        hs_token = settings.MATRIX_HS_TOKEN or secrets.token_urlsafe(32)
        if not (settings.MATRIX_AS_TOKEN and settings.MATRIX_HS_TOKEN):
            self.stderr.write("Set these, and restart:")
            self.stderr.write(f"BUURTWACHT_MATRIX_AS_TOKEN={as_token}\nBUURTWACHT_MATRIX_HS_TOKEN={hs_token}")
        self.stdout.write(registration(as_token, hs_token), ending="")

    def _check(self, options: dict[str, Any]) -> None:
        found = asyncio.run(findings())
        for one in found:
            self.stdout.write(f"{'ok ' if one.is_fine else 'NO '} {one.sentence}")
        if not all(one.is_fine for one in found):
            raise CommandError("Matrix does not work yet.")

    def _room(self, options: dict[str, Any]) -> None:
        try:
            people = [person_named(one) for one in options["invite"]]
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self._asked(_made(options["name"], people, alarm_only=options["alarm_only"])))

    def _asked(self, work: Coroutine[Any, Any, str]) -> str:
        try:
            return asyncio.run(work)
        except DeliveryFailed as failure:
            raise CommandError(f"The homeserver did not do it: {failure.reason}.") from failure


async def _made(name: str, people: list[str], *, alarm_only: bool) -> str:
    server = Homeserver()
    try:
        room = await rooms.make_room(server, name, invite=people, alarm_only=alarm_only)
        for person in people:
            await rooms.trust(server, room, person)
        return room
    finally:
        await server.close()
