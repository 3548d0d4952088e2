# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Set

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.dossiers.excerpt.window import Said, plain
from buurtwacht.dossiers.models import Dossier, Excerpt
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def add_excerpt(dossier: Dossier, lines: list[Said], *, chosen: Set[int], by: Person) -> Excerpt:
    """Put the chosen lines into the dossier, in place of what was chosen before. `chosen` counts from 0."""
    dossier = _to_review(dossier)
    kept = [line for number, line in enumerate(lines) if number in chosen]
    if not kept:
        raise DomainError(_("Choose at least one message, or go back to the dossier."))
    dossier.excerpts.all().delete()
    excerpt = Excerpt.objects.create(dossier=dossier, by_id=by.pk, lines=plain(kept))
    record("dossier.excerpt_added", dossier.pk, by=by, lines=len(kept))
    return excerpt


@transaction.atomic
def remove_excerpt(dossier: Dossier, *, by: Person) -> None:
    """Take the conversation out of the dossier again."""
    dossier = _to_review(dossier)
    dossier.excerpts.all().delete()
    record("dossier.excerpt_removed", dossier.pk, by=by)


def _to_review(dossier: Dossier) -> Dossier:
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if dossier.status != Dossier.Status.TO_REVIEW:
        raise DomainError(_("This dossier is with the police already. It cannot be changed any more."))
    return dossier
