# SPDX-License-Identifier: EUPL-1.2
"""What is over goes another way: told in the weekly information, by way of the coordinators (R104, R140)."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups.access import group_to_report_in
from buurtwacht.groups.info.forms import WordsForm
from buurtwacht.groups.info.rules import USUAL_DAYS
from buurtwacht.groups.info.services import Role, offer_note
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports.compose.calm import calm_words
from buurtwacht.reports.forms import DraftForm


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def tell(request: PersonRequest, slug: str) -> HttpResponse:
    """The words of the report so far are filled in already. Nothing is kept before it is sent."""
    group = group_to_report_in(request.user, slug)
    is_sent = "send" in request.POST
    words = calm_words(DraftForm(group, request.POST).draft().content) if request.POST and not is_sent else ""
    form = WordsForm(request.POST if is_sent else None, initial={"words": words})
    if form.accepts():
        today = timezone.localdate(timezone=group.tz)
        last = today + timedelta(days=USUAL_DAYS - 1)
        told = {"words": form.cleaned_data["words"], "role": Role.NEIGHBOUR}
        try:
            offer_note(group, **told, first=today, last=last, by=request.user, shown=form.shown)
        except DomainError as refusal:
            form.add_error("words", str(refusal.message))
        else:
            messages.success(
                request, _("Your coordinator reads it first. Neighbours read it after that, without alarm.")
            )
            return redirect("home")
    return render(request, "reports/flow/info.html", {"group": group, "form": form})
