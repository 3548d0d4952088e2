# SPDX-License-Identifier: EUPL-1.2
"""Somebody applied or joined: invitations are counted, and a new member is welcomed."""

from datetime import timedelta

from django.utils.translation import gettext_noop as _

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.telling import mail_member
from buurtwacht.groups.models import Membership
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import words
from .resolvers import KIND
from .services.invitations import count_application, end_own_code

NOTICE_IS_GOOD_FOR = timedelta(days=3)


@on("application.submitted", "application.joined")
def count_what_an_invitation_brought(line: Line) -> None:
    invitation_id = Application.objects.filter(pk=line.subject_id).values_list("invitation_id", flat=True).first()
    if invitation_id:
        count_application(invitation_id, joined=line.action == "application.joined")


@on("member.left")
def end_the_code_of_who_left(line: Line) -> None:
    end_own_code(line.subject_id)


@on("member.joined")
def welcome_the_new_member(line: Line) -> None:
    """A letter with everything, and a short notice on the devices of who takes part elsewhere already."""
    rows = Membership.objects.select_related("person", "group__organisation")
    membership = rows.filter(pk=line.subject_id, welcomed_at=None, left_at=None).first()
    if membership is None:
        return
    group = membership.group
    context = {"goal": words.goal_of(group), "names": words.names_of(group), "path": words.welcome_path(group)}
    mail_member(
        membership.person,
        group,
        subject=_("Welcome to %(group)s"),
        template="enrolment/welcome/mail/welcome.txt",
        context=context,
    )
    intend(KIND, membership.pk, priority=Priority.NOTICE, valid_for=NOTICE_IS_GOOD_FOR)
