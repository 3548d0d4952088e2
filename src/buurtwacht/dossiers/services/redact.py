# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping, Set
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.dossiers.models import Dossier
from buurtwacht.dossiers.redaction import offered
from buurtwacht.dossiers.sheet import photos_of, words_of
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def redact_dossier(
    dossier: Dossier,
    *,
    included: Set[UUID],
    cuts: Mapping[UUID, Set[str]],
    by: Person,
    photos_out: Set[UUID] = frozenset(),
    points_out: Set[UUID] = frozenset(),
) -> Dossier:
    """Keep what the coordinator decided: which entries go along, and which words, photos and points are taken out.

    `cuts` are keys of `redaction.Cut`; only what the program offered can be cut, so that a form cannot make up spans.
    `photos_out` are ids of photos, `points_out` ids of entries.
    """
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if dossier.status != Dossier.Status.TO_REVIEW:
        raise DomainError(_("This dossier is with the police already. It cannot be changed any more."))
    with override(dossier.organisation.language):
        for redaction in dossier.redactions.filter(entry__hidden_at=None).select_related("entry__report"):
            chosen = cuts.get(redaction.entry_id, set())
            known = offered(words_of(redaction.entry), dossier.organisation.language)
            redaction.is_included = redaction.entry_id in included
            redaction.cuts = [[cut.start, cut.end, cut.reason] for cut in known if cut.key in chosen]
            redaction.photos_out = [str(photo.pk) for photo in photos_of(redaction.entry) if photo.pk in photos_out]
            redaction.is_point_out = redaction.entry_id in points_out
            redaction.save(update_fields=["is_included", "cuts", "photos_out", "is_point_out"])
    record("dossier.redacted", dossier.pk, by=by, left_out=len(dossier.redactions.all()) - len(included))
    return dossier
