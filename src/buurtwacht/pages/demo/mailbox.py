# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from buurtwacht.people.models import Person

from .models import DemoMail

MOST_KEPT = 500


class RealPeople(Exception):
    """There are people in this database who are not made up."""


def refuse_real_people() -> None:
    """In the demo everybody reads all mail, codes to sign in included: nobody real may be in it."""
    if Person.objects.filter(is_demo=False).exists():
        raise RealPeople


class MailboxBackend(BaseEmailBackend):
    """Takes what would be mailed and keeps it in the demo, where everybody can read it. No mail leaves."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        refuse_real_people()
        rows = [
            DemoMail(kind=DemoMail.Kind.MAIL, to_address=address, subject=str(mail.subject), body=str(mail.body))
            for mail in email_messages
            for address in mail.recipients()
        ]
        DemoMail.objects.bulk_create(rows)
        forget_the_oldest()
        return len(email_messages)


def forget_the_oldest() -> None:
    """A demo that runs for weeks must not fill the disk."""
    oldest = DemoMail.objects.order_by("-pk").values("pk")[MOST_KEPT:]
    DemoMail.objects.filter(pk__in=list(oldest.values_list("pk", flat=True))).delete()


def newest(count: int = 100) -> list[DemoMail]:
    """What arrived last."""
    return list(DemoMail.objects.order_by("-pk")[:count])
