# SPDX-License-Identifier: EUPL-1.2
"""Who sees the data of somebody who joins: told before they sign, and true for this policy."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services.advance import steps_for
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.policy.model import Policy, Vetting


def coordinator_name(group: WatchGroup) -> str:
    """The first name of who coordinates; empty while nobody does."""
    first = coordinators_of(group).first()
    return first.person.first_name if first else ""


def who_sees(application: Application) -> list[str]:
    """Sentences in the order in which people ask: coordinator, neighbours, police."""
    group, policy = application.group, application.group.policy
    neighbour = ", ".join(filter(None, (application.first_name, application.street)))
    return [
        *_coordinator(group),
        _("Neighbours see only “%(neighbour)s”.") % {"neighbour": neighbour},
        _police(group, policy),
    ]


def what_comes_next(application: Application) -> Iterator[tuple[str, str]]:
    """An icon and a sentence for each step after signing."""
    group = application.group
    name = coordinator_name(group)
    steps = steps_for(application)
    if application.email:
        yield "mail", _("You get a mail with what you agreed to.")
    if Step.GUARDIAN in steps:
        yield "users", _("Your parent gets a mail, and signs too.")
    if Step.RESIDENCE in steps:
        yield "home", _("We look whether you live or work in the neighbourhood.")
    if Step.POLICE in steps:
        yield "shield-check", _("The police check. They say yes or no, and never why.")
    if Step.GATE in steps:
        yield "file-text", _("You read the starter pack, or come to a workshop.")
    if Step.ADMISSION in steps:
        yield (
            "user-check",
            _("%(name)s, the coordinator, lets you in.") % {"name": name}
            if name
            else _("The coordinator lets you in."),
        )
    yield "device-mobile-check", _("You do one test with your phone. Then you take part.")


def _coordinator(group: WatchGroup) -> Iterator[str]:
    name = coordinator_name(group)
    if name:
        yield _("%(name)s, the coordinator, now sees your first name and street.") % {"name": name}
    else:
        yield _("The coordinator now sees your first name and street.")
    yield _("Once you take part, also your name, address and phone number.")


def _police(group: WatchGroup, policy: Policy) -> str:
    if policy.vetting is Vetting.POLICE:
        police = group.organisation.police_name or _("the police")
        return _("%(police)s gets your details, to check you.") % {"police": police[:1].upper() + police[1:]}
    return _("The police get nothing.")
