# SPDX-License-Identifier: EUPL-1.2
"""What follows when somebody is asked to stay, leaves, or begins in a new group."""

from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from buurtwacht.enrolment.models import Acceptance, Application, PhoneChange, Renewal
from buurtwacht.enrolment.telling import mail_member
from buurtwacht.enrolment.texting import send_text
from buurtwacht.groups.models import Membership
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import rules
from .links import renewal_url
from .services.moving import begin_in_new_group, give_up_on_new_group

GOODBYES = {
    rules.LEFT: (_("You have left %(group)s"), "left"),
    rules.MOVED: (_("You have moved away from %(group)s"), "moved"),
    rules.NOT_RENEWED: (_("Your part in %(group)s has ended"), "not_renewed"),
    rules.ASKED: (_("Your part in %(group)s has ended"), "asked"),
}


@on("member.asked_to_stay")
def mail_the_question(line: Line) -> None:
    """Only to who has not answered meanwhile."""
    membership = _membership(line)
    renewal = Renewal.objects.filter(membership=membership).first() if membership else None
    if membership and membership.left_at is None and renewal:
        mail_member(
            membership.person,
            membership.group,
            subject=_("Do you still take part in %(group)s?"),
            template="enrolment/staying/mail/renew.txt",
            context={"url": renewal_url(renewal), "membership": membership, "is_reminder": line.facts["reminder"]},
        )


@on("member.left")
def say_goodbye(line: Line) -> None:
    """What somebody agreed to has ended with it; and a letter says what is still kept, and for how long."""
    membership = _membership(line)
    if membership is None:
        return
    Renewal.objects.filter(membership=membership).delete()
    agreed = Acceptance.objects.filter(person_id=membership.person_id, group_id=membership.group_id, ended_at=None)
    agreed.update(ended_at=timezone.now())
    subject, template = GOODBYES.get(str(line.facts.get("reason")), ("", ""))
    if template:
        mail_member(
            membership.person, membership.group, subject=subject, template=f"enrolment/staying/mail/{template}.txt"
        )


@on("phone.code_made")
def text_the_code(line: Line) -> None:
    """To the new number, unless its owner thought better of it meanwhile."""
    change = PhoneChange.objects.filter(person=line.subject_id).select_related("person").first()
    if change and change.code:
        with override(change.person.language):
            body = gettext("%(code)s is your code to confirm this number. Give it to nobody.") % change.code
        send_text(change.phone, body, change.person.language)


@on("application.joined")
def end_the_old_membership(line: Line) -> None:
    application = Application.objects.filter(pk=line.subject_id, source=Application.Source.MOVE).first()
    if application:
        begin_in_new_group(application)


@on("application.refused", "application.withdrawn")
def wait_no_longer(line: Line) -> None:
    application = Application.objects.filter(pk=line.subject_id, source=Application.Source.MOVE).first()
    if application:
        give_up_on_new_group(application)


def _membership(line: Line) -> Membership | None:
    rows = Membership.objects.select_related("person", "group__organisation")
    return rows.filter(pk=line.subject_id).first()
