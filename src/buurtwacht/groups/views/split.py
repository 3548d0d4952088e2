# SPDX-License-Identifier: EUPL-1.2
"""A group that is full becomes two, along its streets."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups import access, forms, overview, queries, rota, services, splitting
from buurtwacht.groups.together.queries import Kind, asked_with, waiting_in
from buurtwacht.groups.together.services import propose_split
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.groups.models import WatchGroup


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def split(request: PersonRequest, slug: str) -> HttpResponse:
    """The streets with their members, our proposal ticked; then the name and who coordinates."""
    group = access.group_to_manage(request.user, slug)
    streets = splitting.streets_of(group)
    proposed = splitting.halves(streets)
    is_coordinator = queries.is_coordinator(request.user, group)
    asks_second = asked_with(group, Kind.SPLIT, request.user).exists()
    form = forms.SplitForm(
        request.POST or None,
        streets=[(street.name, _label(street)) for street in streets],
        members=queries.members_of(group) if is_coordinator else rota.trusted_in(group),
        initial={"streets": sorted(proposed)},
    )
    if form.accepts():
        try:
            return _proposed(request, group, form) if asks_second else _made(request, group, form)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
    counts = {street.name: street.members for street in streets}
    context = {
        "group": group,
        "form": form,
        "standing": overview.standing_of(group),
        "there": sum(counts[name] for name in proposed),
        "here": sum(counts.values()) - sum(counts[name] for name in proposed),
        "is_coordinator": is_coordinator,
        "asks_second": asks_second,
        "proposal": waiting_in(group),
    }
    return render(request, "groups/split.html", context)


def _proposed(request: PersonRequest, group: "WatchGroup", form: forms.SplitForm) -> HttpResponse:
    """Others coordinate it too: they are asked first."""
    propose_split(group, **form.cleaned_data, by=request.user)
    services.count_words(group, form.shown, *form.texts)
    messages.success(request, _("Your question has been asked. Nothing changes until somebody else says yes."))
    return redirect("proposals")


def _made(request: PersonRequest, group: "WatchGroup", form: forms.SplitForm) -> HttpResponse:
    new = services.split_group(group, **form.cleaned_data, by=request.user)
    services.count_words(new, form.shown, *form.texts)
    message = _("%(group)s is there. Everybody in those streets has been told.") % {"group": new.name}
    messages.success(request, message)
    return redirect("desk_group", group.slug) if _still(request, group.slug) else redirect("home")


def _still(request: PersonRequest, slug: str) -> bool:
    return queries.groups_coordinated_by(request.user).filter(slug=slug).exists()


def _label(street: splitting.StreetCount) -> str:
    words = ngettext("%(street)s: %(count)s member", "%(street)s: %(count)s members", street.members)
    return words % {"street": street.name, "count": street.members}
