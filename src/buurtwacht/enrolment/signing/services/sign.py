# SPDX-License-Identifier: EUPL-1.2
"""An applicant agrees: by signing, by ticking, on paper, or by having asked to join (C12)."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.transfer import asks_transfer, record_transfer
from buurtwacht.enrolment.models import Acceptance, Application
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import locked
from buurtwacht.enrolment.signing import rules
from buurtwacht.enrolment.signing.mark import SIGNED_UP, TICK, Mark
from buurtwacht.enrolment.signing.texts import Text
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .keep import keep_acceptance, signer_of

Way = Acceptance.Way


@transaction.atomic
def sign_application(
    application: Application,
    mark: Mark,
    *,
    language: str = "",
    transfer: bool = False,
    read: Sequence[Text] = (),
    by: Person | None = None,
) -> Application:
    """Keep what the applicant agreed to, and go on to the next step.

    `mark` goes under the text that this policy has signed; the house rules get a tick, or the same paper. `transfer`:
    the applicant agreed just now that data go to the police. `read`: what stood on the paper. `by` is who brought
    the paper for somebody.

    Raises `DomainError` when it was signed already, when the application has ended, or when a signature lacks.
    """
    application = locked(application.pk)
    if application.signed_at:
        raise DomainError(_("This has been signed already. You need not do anything more here."))
    policy = application.group.policy
    signed = rules.signed_kind(policy)
    if signed and mark.way in (Way.TICKED, Way.SIGNED_UP):
        raise DomainError(_("Please sign: draw your signature or write your name."))
    if asks_transfer(policy) and not transfer and not has_agreed_to_transfer(application):
        raise DomainError(_("Without your agreement the police cannot check you, and you cannot join this group."))
    on_paper = mark.way == Way.PAPER
    mark = mark.of(f"{application.first_name} {application.family_name}")
    signer = signer_of(application, language)
    for kind in rules.kinds_asked(policy):
        plain = Mark(way=Way.PAPER) if on_paper else TICK if mark.way != Way.SIGNED_UP else mark
        keep_acceptance(signer, kind, mark if kind == signed or (on_paper and not signed) else plain, read)
    if transfer and not has_agreed_to_transfer(application):
        record_transfer(application, mark.way if on_paper else Way.TICKED)
    record("application.signed", application.pk, by=by, group=application.group_id, way=mark.way)
    return mark_done(application, Step.SIGN, by=by)


def accept_by_signing_up(application: Application, *, by: Person | None = None) -> Application:
    """Where asking to join means agreeing (source 001). Does nothing in groups that ask for more, or twice."""
    if not rules.agrees_by_signing_up(application.group.policy) or application.signed_at:
        return application
    return sign_application(application, SIGNED_UP, by=by)


def has_agreed_to_transfer(application: Application) -> bool:
    """Did this applicant agree that data go to the police?"""
    return application.acceptances.filter(kind=Acceptance.Kind.TRANSFER).exists()
