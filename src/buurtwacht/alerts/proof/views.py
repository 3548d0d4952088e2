# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's pages about the test of the telephones. Whoever sees names leaves a line."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.members.services import note_view
from buurtwacht.enrolment.signing.queries import has_signed_confidentiality
from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.groups.queries import members_of
from buurtwacht.people.doors import PersonRequest, second_factor_required

from . import services
from .certificate import certificate_of
from .forms import HoldTestForm
from .history import history_of, under_way
from .missed import is_forgotten, missed_by
from .words import words_of_test


@require_safe
@second_factor_required
@never_cache
def desk(request: PersonRequest, slug: str) -> HttpResponse:
    """The tests of the group, and whom the last one missed: names only for who promised to keep things private."""
    group = group_to_coordinate(request.user, slug)
    if request.htmx:
        return render(request, "alerts/proof/_under_way.html", {"group": group, "test": under_way(group)})
    history = history_of(group)
    has_promised = has_signed_confidentiality(request.user, group)
    missed = missed_by(history.last) if history.last and has_promised else []
    if missed:
        note_view(request.user, group, [one.membership for one in missed])
    context = {
        "group": group,
        "history": history,
        "has_promised": has_promised,
        "missed": missed,
        "is_forgotten": history.last is not None and is_forgotten(history.last),
    }
    return render(request, "alerts/proof/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def hold(request: PersonRequest, slug: str) -> HttpResponse:
    """Hold a test now, after reading what neighbours will see."""
    group = group_to_coordinate(request.user, slug)
    form = HoldTestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        services.start_test(group, is_loud=form.is_loud, by=request.user)
        messages.success(request, _("The test is on its way. Below you see how many phones show it."))
        return redirect("desk_test_alarm", slug=slug)
    context = {
        "group": group,
        "form": form,
        "refusal": services.refusal_to_test(group, by_hand=True),
        "members": members_of(group).count(),
        "silent": words_of_test(group, is_loud=False),
        "loud": words_of_test(group, is_loud=True),
        "now": timezone.now(),
    }
    return render(request, "alerts/proof/hold.html", context, status=400 if form.errors else 200)


@require_safe
@second_factor_required
@never_cache
def certificate(request: PersonRequest, slug: str) -> HttpResponse:
    """The last test on paper, to hang on a wall."""
    group = group_to_coordinate(request.user, slug)
    found = certificate_of(group)
    headers = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return HttpResponse(found.pdf, "application/pdf", headers=headers)
