# SPDX-License-Identifier: EUPL-1.2
"""The pages of an organisation in versions: a draft, what visitors read, and everything from before."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Organisation
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import Section, SiteLink, SitePage, SiteVersion
from buurtwacht.people.models import Person

MOST_LINKS = 30


@transaction.atomic
def save_draft(
    organisation: Organisation,
    section: str,
    language: str,
    *,
    body: str,
    questions: list[dict[str, str]] | None = None,
    by: Person,
) -> SiteVersion:
    """Keep what was written, without showing it to visitors. A page has one draft, whoever writes it."""
    if section not in Section.values:
        raise ValueError(f"{section!r} is no section")
    page = _locked_page(organisation, section, language)
    draft = page.versions.filter(published_at=None).first() or SiteVersion(page=page, number=_next_number(page))
    draft.body, draft.questions, draft.made_by, draft.made_at = body, questions or [], by, timezone.now()
    draft.save()
    record("site.drafted", draft.pk, by=by, organisation=organisation.pk, section=section, language=language)
    return draft


@transaction.atomic
def publish_version(version: SiteVersion, *, by: Person) -> SiteVersion:
    """From now on visitors read this draft. Publishing twice changes nothing."""
    _lock(version.page)
    version = SiteVersion.objects.select_related("page").get(pk=version.pk)
    if version.published_at is None:
        version.published_at = timezone.now()
        version.save(update_fields=["published_at"])
        _record("site.published", version, by)
    return version


@transaction.atomic
def restore_version(version: SiteVersion, *, by: Person) -> SiteVersion:
    """Visitors read these words again, as a new version. The draft, if there is one, stays.

    Raises `DomainError` for a version that visitors never read.
    """
    page = _lock(version.page)
    if version.published_at is None:
        raise DomainError(_("This version has never been on the site. Publish it instead."))
    restored = SiteVersion.objects.create(
        page=page,
        number=_next_number(page),
        body=version.body,
        questions=version.questions,
        made_by=by,
        published_at=timezone.now(),
    )
    _record("site.restored", restored, by)
    return restored


@transaction.atomic
def discard_draft(version: SiteVersion, *, by: Person) -> None:
    """Throw away a draft. What visitors read stays as it is."""
    _lock(version.page)
    gone, _rows = SiteVersion.objects.filter(pk=version.pk, published_at=None).delete()
    if gone:
        _record("site.draft_discarded", version, by)


@transaction.atomic
def keep_links(organisation: Organisation, links: list[dict[str, str]], *, by: Person) -> list[SiteLink]:
    """Replace the list of links, in this order: each has a "title" and a "url". What was checked stays checked."""
    if len(links) > MOST_LINKS:
        raise DomainError(_("Thirty links are the most. Take out those that nobody needs."))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    known = {link.url: link for link in organisation.site_links.all()}
    organisation.site_links.all().delete()
    kept = [_link(organisation, order, link, known.get(link["url"]), by) for order, link in enumerate(links, 1)]
    SiteLink.objects.bulk_create(kept)
    record("site.links_changed", organisation.pk, by=by, links=len(kept))
    return kept


def _link(
    organisation: Organisation, order: int, link: dict[str, str], before: SiteLink | None, by: Person
) -> SiteLink:
    checked: dict[str, Any] = {"checked_at": before.checked_at, "failures": before.failures} if before else {}
    return SiteLink(organisation=organisation, order=order, added_by=by, **link, **checked)


def _locked_page(organisation: Organisation, section: str, language: str) -> SitePage:
    page, _is_new = SitePage.objects.get_or_create(organisation=organisation, section=section, language=language)
    return _lock(page)


def _lock(page: SitePage) -> SitePage:
    return SitePage.objects.select_for_update().get(pk=page.pk)


def _next_number(page: SitePage) -> int:
    last = page.versions.order_by("number").last()
    return last.number + 1 if last else 1


def _record(action: str, version: SiteVersion, by: Person) -> None:
    record(action, version.pk, by=by, organisation=version.page.organisation_id, number=version.number)
