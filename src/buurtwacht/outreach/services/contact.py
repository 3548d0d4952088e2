# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.delivery.services import intend
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.notices import NOTICE
from buurtwacht.groups.services import count_words
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import ContactMessage
from buurtwacht.people.models import Person

from .answering import put_answer

WORTH_TELLING = timedelta(days=7)


@transaction.atomic
def ask_question(
    organisation: Organisation,
    *,
    desk: str,
    words: str,
    email: str,
    name: str = "",
    group: WatchGroup | None = None,
    language: str = "nl",
    shown: Iterable[str] = (),
) -> ContactMessage:
    """Bring a question from the site to the desk that it is for, and promise to tell who sits there.

    `shown` are the reasons of the wording check that were said about it.
    """
    if desk not in ContactMessage.Desk.values:
        raise ValueError(f"{desk!r} is no desk")
    if desk == ContactMessage.Desk.COORDINATORS and group is None:
        raise DomainError(_("Choose the group whose coordinator you want to ask."))
    message = ContactMessage.objects.create(
        organisation=organisation, group=group, desk=desk, words=words, email=email, name=name, language=language
    )
    if group:
        count_words(group, shown, words, name)
    record("contact.asked", message.pk, organisation=organisation.pk, desk=desk)
    intend("contact.asked", message.pk, priority=NOTICE, valid_for=WORTH_TELLING)
    return message


@transaction.atomic
def answer_question(message: ContactMessage, answer: str, *, by: Person, shown: Iterable[str] = ()) -> ContactMessage:
    """Answer a question, once. The mail to who asked follows from the journal."""
    message = put_answer(message, answer, by=by)
    if message.group:
        count_words(message.group, shown, answer)
    record("contact.answered", message.pk, by=by, organisation=message.organisation_id, desk=message.desk)
    return message
