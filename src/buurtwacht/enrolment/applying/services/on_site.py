# SPDX-License-Identifier: EUPL-1.2
"""Asking to take part by the form on the site, where a stranger must not learn who takes part already."""

from django.db import transaction

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.models import Application, Invitation
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person

from .codes import EMAIL, send_code
from .submit import AlreadyApplied, AlreadyMember, submit_application


def apply_on_site(
    group: WatchGroup, facts: ApplicantFacts, *, person: Person | None = None, invitation: Invitation | None = None
) -> Application | None:
    """Begin an application and send the code. `person` is somebody who is signed in: their address is proven.

    None when the address was known already: then a mail tells its owner what to do, and the page says nothing of it.
    Raises `AlreadyApplied` and `AlreadyMember` only to somebody who is signed in.
    """
    is_known = person is not None
    try:
        application = submit_application(
            group,
            facts,
            source=Application.Source.SITE,
            person=person,
            invitation=invitation,
            email_is_proven=is_known,
        )
    except (AlreadyApplied, AlreadyMember) as known:
        if is_known:
            raise
        remind_known(known, facts.email)
        return None
    if not is_known:
        send_code(application, EMAIL)
    return application


@transaction.atomic
def remind_known(known: AlreadyApplied | AlreadyMember, email: str) -> None:
    """Promise a mail to somebody who applied already or takes part, unless their mailbox got enough of those."""
    if not limits.MAILS.allows(email.strip().lower()):
        return
    if isinstance(known, AlreadyApplied):
        record("application.repeated", known.application.pk, group=known.application.group_id)
    else:
        record("application.needless", known.membership.pk, group=known.membership.group_id)
