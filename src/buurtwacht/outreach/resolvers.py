# SPDX-License-Identifier: EUPL-1.2
"""Who hears that somebody asked something. The words stay on the page, which asks who is reading."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.groups.models import OrganisationRole, WatchGroup
from buurtwacht.groups.notices import Notice, coordinators_in, officials_of, told

from .models import ContactMessage
from .queries import oldest_group

Desk = ContactMessage.Desk


@resolves("contact.asked")
def tell_the_desk(intent: Intent) -> Resolved:
    """The coordinators of the group, or the officials of the organisation."""
    found = ContactMessage.objects.select_related("organisation", "group__organisation").filter(pk=intent.subject_id)
    message = found.filter(answered_at=None).first()
    group = _group_of(message) if message else None
    if message is None or group is None:
        return Resolved()
    return told(intent, group, _whom(message), lambda: _notice(message))


def _group_of(message: ContactMessage) -> WatchGroup | None:
    """The group whose quiet hours and language count: its own, or the oldest of the organisation."""
    return message.group or oldest_group(message.organisation)


def _whom(message: ContactMessage) -> Q:
    if message.desk == Desk.COORDINATORS and message.group:
        return coordinators_in(message.group)
    officials = OrganisationRole.objects.filter(
        organisation=message.organisation_id, role=OrganisationRole.Role.OFFICIAL
    )
    return Q(person__in=officials.values("person"))


def _notice(message: ContactMessage) -> Notice:
    return Notice(
        title=_("A question from the site"),
        body=_("Somebody asked something. You read it and answer it on the site; your address is not shown."),
        path=question_path(message),
    )


def question_path(message: ContactMessage) -> str:
    """The page on which whoever it is for reads and answers a question."""
    if message.desk == Desk.COORDINATORS and message.group:
        return reverse("desk_question", args=[message.group.slug, message.pk])
    return reverse("municipal_question", args=[message.organisation.slug, message.pk])


@resolves("group.proposed")
def tell_the_officials(intent: Intent) -> Resolved:
    """Neighbours began a group. Officials hear it and may help; they need not do anything (R032)."""
    group = WatchGroup.objects.select_related("organisation").filter(pk=intent.subject_id).first()
    return told(intent, group, officials_of(group), lambda: _proposed(group)) if group else Resolved()


def _proposed(group: WatchGroup) -> Notice:
    return Notice(
        title=_("Neighbours begin a group: %(group)s") % {"group": group.name},
        body=_("You can help them with advice. They do not need permission."),
        path=reverse("public_group", args=[group.organisation.slug, group.slug]),
    )
