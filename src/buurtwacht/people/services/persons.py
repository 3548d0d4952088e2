# SPDX-License-Identifier: EUPL-1.2
"""A person's own data: made, corrected, erased."""

from datetime import time
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.lib.limits import DAY, Limit
from buurtwacht.people import rules
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.privacy.declare import declarations

from .contact_points import MAIL, add_contact_point

TESTS = Limit("tests", 20, DAY)  # in one way: a text message and a call cost money


@transaction.atomic
def create_person(
    *, email: str, first_name: str, family_name: str = "", language: str = "nl", by: Person | None = None, **fields: Any
) -> Person:
    """Somebody who may sign in with this mail address. Mail goes there too, once they have proved to read it.

    Somebody without a mail address gets one that leads nowhere (RFC 6761, `.invalid`), so that nobody signs in by it.
    """
    has_mail = bool(email.strip())
    email = email.strip().lower() if has_mail else f"{new_id()}@no-mail.invalid"
    if Person.objects.filter(email=email).exists():
        raise DomainError(_("Somebody with this mail address takes part already."))
    person = Person.objects.create_user(
        email,
        first_name=rules.clean_name(first_name),
        family_name=rules.clean_name(family_name),
        language=language,
        **({"is_demo": settings.DEMO} | fields),  # who joins in the demo is made up too
    )
    record("person.created", person.pk, by=by)
    if has_mail and MAIL in channels():
        add_contact_point(person, MAIL, email, by=by)
    return person


@transaction.atomic
def change_names(person: Person, *, first_name: str, family_name: str, by: Person | None = None) -> Person:
    """Correct how this person is called."""
    first_name = rules.clean_name(first_name)
    if not first_name:
        raise DomainError(_("Fill in a first name. Neighbours know you by it."))
    person.first_name, person.family_name = first_name, rules.clean_name(family_name)
    person.save(update_fields=["first_name", "family_name"])
    record("person.changed", person.pk, by=by or person, fields="first_name.family_name")
    return person


@transaction.atomic
def change_language(person: Person, language: str, *, by: Person | None = None) -> Person:
    """From now on this person reads pages and messages in this language."""
    if language not in dict(settings.LANGUAGES):
        raise DomainError(_("We do not speak this language yet. Choose one of the list."))
    person.language = language
    person.save(update_fields=["language"])
    record("person.changed", person.pk, by=by or person, fields="language")
    return person


@transaction.atomic
def change_preferences(
    person: Person,
    *,
    lock_screen: str,
    quiet_from: time | None,
    quiet_until: time | None,
    news: str = Person.News.ALL,
    repeats: bool = False,
    info: str = Person.Info.WEEKLY,
    by: Person | None = None,
) -> Person:
    """What a locked screen shows, how much somebody wants to hear, and when only an alarm may sound."""
    rules.check_quiet(quiet_from, quiet_until)
    if lock_screen not in Person.LockScreen.values:
        raise DomainError(_("Choose what your locked screen shows."))
    if news not in Person.News.values:
        raise DomainError(_("Choose how much you want to hear."))
    if info not in Person.Info.values:
        raise DomainError(_("Choose how often you want to read information."))
    person.lock_screen, person.quiet_from, person.quiet_until = lock_screen, quiet_from, quiet_until
    person.news, person.repeats, person.info = news, repeats, info
    person.save(update_fields=["lock_screen", "quiet_from", "quiet_until", "news", "repeats", "info"])
    record("person.changed", person.pk, by=by or person, fields="lock_screen.quiet_from.quiet_until.news.repeats.info")
    return person


@transaction.atomic
def ask_test(person: Person, only: ContactPoint | None = None) -> Person:
    """Ask for a test alarm on one's own devices, or `only` in one way. Sending follows from the journal."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    now = timezone.now()
    rules.check_test(person.test_asked_at, now)
    if only and not TESTS.allows(str(person.pk)):
        raise DomainError(_("You tested this often today. Try again tomorrow."))
    person.test_asked_at = now
    person.save(update_fields=["test_asked_at"])
    if only:
        record("contact_point.asked_test", only.pk, by=person, person=person.pk, channel=only.channel)
    else:
        record("person.asked_test", person.pk, by=person)
    return person


@transaction.atomic
def erase_person(person: Person, *, by: Person | None = None) -> int:
    """Erase what every room keeps about this person. The row stays, empty, so that old lines point at nobody.

    Returns how many rows were changed. Erasing twice changes nothing.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        return 0
    erased = sum(declaration.erase(person.pk) for declaration in declarations())
    record("person.erased", person.pk, by=by or person, rows=erased)
    return erased
