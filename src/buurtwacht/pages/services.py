# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction

from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


@transaction.atomic
def choose_language(person: Person, language: str) -> Person:
    """From now on this person reads pages and messages in this language."""
    person.language = language
    person.save(update_fields=["language"])
    record("person.changed", person.pk, by=person, fields="language")
    return person
