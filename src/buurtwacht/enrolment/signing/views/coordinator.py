# SPDX-License-Identifier: EUPL-1.2
"""The coordinator promises to keep things private, and reads what members signed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.signing import access, files, forms, queries, services
from buurtwacht.enrolment.signing.doors import confidentiality_required
from buurtwacht.enrolment.signing.texts import Kind, text_for
from buurtwacht.people.doors import PersonRequest, second_factor_required

from .file_answer import file_answer


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def confidentiality(request: PersonRequest, slug: str) -> HttpResponse:
    """Read and sign the agreement; afterwards the page shows since when it holds."""
    group = access.confidentiality_for(request.user, slug)
    signed = queries.has_signed_confidentiality(request.user, group)
    form = forms.ConfidentialityForm(request.POST if request.method == "POST" and not signed else None, group)
    if form.is_valid():
        services.sign_confidentiality(group, request.user, form.mark)
        messages.success(request, _("Thank you. You can now see the data of members that your task needs."))
        return redirect(_after(request, slug))
    context = {
        "group": group,
        "form": form,
        "text": text_for(Kind.CONFIDENTIALITY, group),
        "acceptance": queries.latest(request.user, group, Kind.CONFIDENTIALITY) if signed else None,
        "signed_before": queries.latest(request.user, group, Kind.CONFIDENTIALITY) is not None,
    }
    return render(request, "enrolment/signing/confidentiality.html", context)


@never_cache
@require_safe
@confidentiality_required
def acceptance_file(request: PersonRequest, slug: str, acceptance_id: UUID) -> HttpResponse:
    """What a member signed, as a file. That somebody looked is noted down."""
    acceptance = access.acceptance_for_coordinator(request.user, slug, acceptance_id)
    services.note_reading(acceptance, by=request.user)
    return file_answer(*files.file_of(acceptance))


def _after(request: PersonRequest, slug: str) -> str:
    page = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return page if is_ours and page else f"/bureau/{slug}/"
