# SPDX-License-Identifier: EUPL-1.2
"""Doors of the public site, and of those who look after it. Absent and forbidden sound the same."""

from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.access import group_to_coordinate, no_such_group, organisation_for_official
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

from .models import ContactMessage, SiteVersion


def organisation_called(slug: str) -> Organisation:
    """An organisation, for anybody."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise NotFound(_("There is no such organisation."))
    return organisation


def public_group(organisation: Organisation, slug: str) -> WatchGroup:
    """A group that visitors may know of: neither closed, nor an idea that nobody has put their name to."""
    hidden = (WatchGroup.Status.CLOSED, WatchGroup.Status.IDEA)
    groups = WatchGroup.objects.exclude(status__in=hidden).filter(organisation=organisation)
    return groups.select_related("organisation", "area").filter(slug=slug).first() or no_such_group()


def version_to_manage(person: Person, slug: str, version_id: UUID) -> SiteVersion:
    """A version of a page of an organisation for which this person is the official."""
    organisation = organisation_for_official(person, slug)
    found = SiteVersion.objects.filter(page__organisation=organisation, pk=version_id).select_related("page").first()
    if found is None:
        raise NotFound(_("There is no such page."))
    return found


def question_for_coordinator(person: Person, slug: str, question_id: UUID) -> ContactMessage:
    """A question to the coordinators of a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    mine = ContactMessage.objects.filter(group=group, desk=ContactMessage.Desk.COORDINATORS)
    return _question(mine.filter(pk=question_id).select_related("group", "organisation").first())


def question_for_official(person: Person, slug: str, question_id: UUID) -> ContactMessage:
    """A question or a complaint to an organisation for which this person is the official."""
    organisation = organisation_for_official(person, slug)
    mine = ContactMessage.objects.filter(organisation=organisation).exclude(desk=ContactMessage.Desk.COORDINATORS)
    return _question(mine.filter(pk=question_id).select_related("group", "organisation").first())


def _question(found: ContactMessage | None) -> ContactMessage:
    if found is None:
        raise NotFound(_("There is no such question."))
    return found
