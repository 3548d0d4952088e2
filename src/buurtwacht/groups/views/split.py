# SPDX-License-Identifier: EUPL-1.2
"""A group that is full becomes two, along its streets."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups import access, forms, overview, queries, rota, services, splitting
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def split(request: PersonRequest, slug: str) -> HttpResponse:
    """The streets with their members, our proposal ticked; then the name and who coordinates."""
    group = access.group_to_manage(request.user, slug)
    streets = splitting.streets_of(group)
    proposed = splitting.halves(streets)
    is_coordinator = queries.is_coordinator(request.user, group)
    form = forms.SplitForm(
        request.POST or None,
        streets=[(street.name, _label(street)) for street in streets],
        members=queries.members_of(group) if is_coordinator else rota.trusted_in(group),
        initial={"streets": sorted(proposed)},
    )
    if form.accepts():
        try:
            new = services.split_group(group, **form.cleaned_data, by=request.user)
            services.count_words(new, form.shown, *form.texts)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            message = _("%(group)s is there. Everybody in those streets has been told.") % {"group": new.name}
            messages.success(request, message)
            return redirect("desk_group", slug) if _still(request, slug) else redirect("home")
    counts = {street.name: street.members for street in streets}
    context = {
        "group": group,
        "form": form,
        "standing": overview.standing_of(group),
        "there": sum(counts[name] for name in proposed),
        "here": sum(counts.values()) - sum(counts[name] for name in proposed),
        "is_coordinator": is_coordinator,
    }
    return render(request, "groups/split.html", context)


def _still(request: PersonRequest, slug: str) -> bool:
    return queries.groups_coordinated_by(request.user).filter(slug=slug).exists()


def _label(street: splitting.StreetCount) -> str:
    words = ngettext("%(street)s: %(count)s member", "%(street)s: %(count)s members", street.members)
    return words % {"street": street.name, "count": street.members}
