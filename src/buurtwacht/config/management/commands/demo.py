# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.config import ports
from buurtwacht.pages.demo.mailbox import RealPeople
from buurtwacht.pages.demo.neighbourhood import build_neighbourhood


class Command(BaseCommand):
    help = "Open a living neighbourhood to walk through: made-up people, a report in progress, and a mailbox."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fresh", action="store_true", help="empty the demo first")
        parser.add_argument("--build-only", action="store_true", help="build it, and do not serve it")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["build_only"]:
            ports.require_both_free()
        call_command("migrate", verbosity=0)
        call_command("words", verbosity=0)
        self.stdout.write("Building a neighbourhood. The first time takes a moment.")
        self.stdout.flush()
        try:
            build_neighbourhood(fresh=options["fresh"])
        except RealPeople as refusal:
            raise CommandError("There are real people in this database. Choose another BUURTWACHT_DATA.") from refusal
        self.stdout.write("Start at /demo/ and become somebody.")
        if not options["build_only"]:
            call_command("serve")
