# SPDX-License-Identifier: EUPL-1.2
"""A test alarm to oneself: the whole way, from here to the phone and back."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from buurtwacht.delivery.models import Intent, Priority
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from .addressing import Addressing
from .audience import Ear, ears_of, on_these, these
from .messages import Envelope, Words, test_words, topic_of

KIND = "person.test"
ONE_WAY = "contact_point.test"
NO_REPORT = UUID(int=0)  # what the receipts of a test speak of
VALID_FOR = timedelta(minutes=5)
PAGE = "/mijn/telefoon/"
SEEN = ("seen",)


@on("person.asked_test")
def send_test(line: Line) -> None:
    """Send it as an alarm goes, quiet hours or not: that is what is being tested."""
    intend(KIND, line.subject_id, priority=Priority.ALARM, valid_for=VALID_FOR)


@on("contact_point.asked_test")
def send_test_one_way(line: Line) -> None:
    """The same in one way only, wherever it stands on the ladder."""
    intend(ONE_WAY, line.subject_id, priority=Priority.ALARM, valid_for=VALID_FOR)


@resolves(KIND)
def tell_test(intent: Intent) -> Resolved:
    """All devices of this person. A mail would prove nothing, so nobody climbs."""
    ears = [ear for ear in ears_of(these([intent.subject_id])) if ear.rung == 0]
    return to_my_phone(intent, ears, test_words, answers=SEEN)


@resolves(ONE_WAY)
def tell_test_one_way(intent: Intent) -> Resolved:
    """This one way, where its owner has not switched it off since."""
    return to_my_phone(intent, ears_of(on_these([intent.subject_id])), test_words, answers=SEEN)


def to_my_phone(
    intent: Intent, ears: Iterable[Ear], words: Callable[[], Words], answers: tuple[str, ...] = ()
) -> Resolved:
    """The same words for each ear, in its language and about no report: they lead to the page of one's own phone."""
    topic = topic_of(intent.pk)
    envelope = Envelope(path=PAGE, priority=intent.priority, ttl=intent.ttl, topic=topic, answers=answers)
    addressing = Addressing(intent, envelope, NO_REPORT, timezone.get_default_timezone())
    return addressing.to(ears, lambda ear: words())
