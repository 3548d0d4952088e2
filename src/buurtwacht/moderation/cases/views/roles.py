# SPDX-License-Identifier: EUPL-1.2
"""Another coordinator should stop: no coordinator decides that alone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups.services import count_words
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import access, forms, services, words
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def ask(request: PersonRequest, slug: str, membership_id: UUID, kind: str) -> HttpResponse:
    """Why, in words that the coordinator and the second person read."""
    member = access.coordinator_to_relieve(request.user, slug, membership_id)
    group = member.group
    form = forms.StepForm(request.POST if request.method == "POST" else None, kind=kind, group=group)
    if form.accepts():
        try:
            measure = services.ask_change(member, kind, by=request.user, reason=form.cleaned_data["reason"])
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            count_words(group, form.shown, *form.texts)
            messages.success(request, _("Asked. It holds once somebody else agrees, within 24 hours."))
            return redirect("desk_case", group.slug, measure.case_id)
    context = {
        "group": group,
        "member": member,
        "name": words.neighbour(member),
        "kind": kind,
        "means": words.what_it_means(kind),
        "form": form,
    }
    return render(request, "moderation/cases/role.html", context, status=400 if form.errors else 200)
