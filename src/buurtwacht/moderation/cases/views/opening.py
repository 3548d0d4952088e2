# SPDX-License-Identifier: EUPL-1.2
"""Opening a case: about a member, or about something that a member wrote."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups.services import count_words
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import access, forms, quoting, services, words
from buurtwacht.people.doors import PersonRequest, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.groups.models import Membership
    from buurtwacht.reports.models import Entry

READ_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@READ_WRITE
@second_factor_required
def about_member(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """About a member, from the register."""
    member = access.member_to_judge(request.user, slug, membership_id)
    return _open(request, member, None)


@never_cache
@READ_WRITE
@second_factor_required
def about_words(request: PersonRequest, slug: str, entry_id: UUID) -> HttpResponse:
    """About something that a member wrote."""
    member, entry = access.words_to_judge(request.user, slug, entry_id)
    return _open(request, member, entry, quoting.words_of(entry))


def _open(
    request: PersonRequest, member: "Membership", entry: "Entry | None", words_there: str | None = None
) -> HttpResponse:
    group = member.group
    data = request.POST if request.method == "POST" else None
    form = forms.OpenForm(data, choices=words.possible_rules(group), words=words_there)
    if form.accepts():
        try:
            case = services.open_case(member, by=request.user, entry=entry, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            count_words(group, form.shown, *form.texts)
            messages.success(request, _("The case is open. Nothing has been decided yet."))
            return redirect("desk_case", group.slug, case.pk)
    context = {"group": group, "name": words.neighbour(member), "form": form}
    return render(request, "moderation/cases/open.html", context, status=400 if form.errors else 200)
