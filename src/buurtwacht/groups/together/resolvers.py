# SPDX-License-Identifier: EUPL-1.2
"""Who is asked, who hears the answer, and in which words. Nobody's name: a lock screen shows them."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.groups.models import GroupProposal
from buurtwacht.groups.notices import Notice, told
from buurtwacht.lib.clock import day

from . import queries
from .handlers import ASKED, NOT_DONE


@resolves(ASKED)
def ask_for_a_second(intent: Intent) -> Resolved:
    """Everybody who may say yes; whoever answers first has done it."""
    proposal = queries.waiting().filter(pk=intent.subject_id).first()
    if proposal is None:
        return Resolved()
    return told(intent, proposal.group, Q(person__in=queries.seconds_of(proposal)), lambda: _question(proposal))


@resolves(NOT_DONE)
def tell_who_asked(intent: Intent) -> Resolved:
    rows = GroupProposal.objects.select_related("group__organisation")
    proposal = rows.filter(pk=intent.subject_id).first()
    if proposal is None or proposal.proposed_by_id is None:
        return Resolved()
    return told(intent, proposal.group, Q(person=proposal.proposed_by_id), lambda: _no(proposal))


def _question(proposal: GroupProposal) -> Notice:
    told = {"group": proposal.group.name, "day": day(proposal.lapses_at)}
    if proposal.kind == GroupProposal.Kind.CLOSE:
        title = _("Stop %(group)s for good?") % told
    else:
        title = _("Make two groups of %(group)s?") % told
    body = _("Somebody asks your yes or no, before %(day)s. Without your yes nothing changes.") % told
    return Notice(title=title, body=body, path=reverse("proposals"))


def _no(proposal: GroupProposal) -> Notice:
    if proposal.state == GroupProposal.State.DECLINED:
        body = _("Somebody else said no. Everything stays as it is. Talk about it with each other.")
    else:
        body = _("Nobody answered in time. Everything stays as it is. You can ask it again.")
    return Notice(title=_("Your question about %(group)s") % {"group": proposal.group.name}, body=body)
