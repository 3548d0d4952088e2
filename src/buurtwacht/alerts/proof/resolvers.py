# SPDX-License-Identifier: EUPL-1.2
"""Whom a test concerns, and in which words."""

from buurtwacht.alerts.addressing import Addressing
from buurtwacht.alerts.audience import ears_of, everybody_in, these
from buurtwacht.alerts.messages import Envelope, topic_of
from buurtwacht.alerts.models import TestAlarm
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves

from .queries import MAIL, outcome_of
from .services import KIND, MISSED
from .words import words_for_the_missed, words_of_test

PHONE, REPAIR = "/mijn/telefoon/", "/mijn/telefoon/herstellen/"


@resolves(KIND)
def tell_group_test(intent: Intent) -> Resolved:
    """Everybody in the group, on the way that is used first: that is what has to work."""
    test = _test(intent)
    if test is None or test.ended_at:
        return Resolved()
    ears = [ear for ear in ears_of(everybody_in(test.group)) if ear.rung == 0]
    addressing = _addressing(intent, test, PHONE, ("seen",) if test.is_loud else ())
    return addressing.to(ears, lambda ear: words_of_test(test.group, is_loud=test.is_loud))


@resolves(MISSED)
def help_who_was_missed(intent: Intent) -> Resolved:
    """A mail, since their telephone is what does not work; on every other way for who has no mail."""
    test = _test(intent)
    if test is None:
        return Resolved()
    ears = ears_of(these(outcome_of(test).missed) & everybody_in(test.group))
    have_mail = {ear.person_id for ear in ears if ear.channel == MAIL}
    chosen = [ear for ear in ears if ear.channel == MAIL or ear.person_id not in have_mail]
    return _addressing(intent, test, REPAIR).to(chosen, lambda ear: words_for_the_missed(test.group))


def _addressing(intent: Intent, test: TestAlarm, path: str, answers: tuple[str, ...] = ()) -> Addressing:
    envelope = Envelope(
        path=path,
        priority=intent.priority,
        ttl=intent.ttl,
        topic=topic_of(intent.pk),
        group=test.group,
        is_loud=test.is_loud and intent.kind == KIND,
        answers=answers,
    )
    return Addressing(intent, envelope, test.pk, test.group.tz)


def _test(intent: Intent) -> TestAlarm | None:
    return TestAlarm.objects.select_related("group__organisation").filter(pk=intent.subject_id).first()
