# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.people.models import Person
from buurtwacht.people.services import remove_second_factors


class Command(BaseCommand):
    help = "For somebody who lost both phone and spare codes: remove the second factors and sign out everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="make sure, face to face or by calling back, that it is really this person")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.filter(email=options["email"].strip().lower()).first()
        if person is None:
            raise CommandError("Nobody signs in with that address.")
        removed = remove_second_factors(person)
        self.stdout.write(f"{removed} removed. At the next sign-in the program asks to set up a new one, if needed.")
