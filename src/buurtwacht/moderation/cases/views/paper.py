# SPDX-License-Identifier: EUPL-1.2
"""Letters of a case, to print: to the member, for the chief of police to sign, and the copy for the ministry."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.lib.errors import NotFound
from buurtwacht.moderation.cases import access, letters, rules
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_safe
@second_factor_required
def letter(request: PersonRequest, slug: str, case_id: UUID, measure_id: UUID, at_office: bool = False) -> HttpResponse:
    """The letter to the member about a measure that holds; before that, the one that waits for a signature."""
    case = access.case_for(request.user, slug, case_id, at_office=at_office)
    measure = access.measure_for(case, measure_id)
    if not letters.has_letter(measure):
        raise NotFound(_("There is no such letter."))
    return _pdf(letters.letter_pdf(measure), "brief")


@never_cache
@require_safe
@second_factor_required
def copy(request: PersonRequest, slug: str, case_id: UUID, measure_id: UUID, at_office: bool = False) -> HttpResponse:
    """The copy of a definitive removal for the ministry of the interior. Nothing is sent by itself."""
    case = access.case_for(request.user, slug, case_id, at_office=at_office)
    measure = access.measure_for(case, measure_id)
    if not rules.needs_copy(measure.kind, measure.status, case.group.policy):
        raise NotFound(_("There is no such letter."))
    return _pdf(letters.copy_pdf(measure), "kopie")


def _pdf(pdf: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(pdf, "application/pdf", headers=headers)
