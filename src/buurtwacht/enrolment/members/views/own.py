# SPDX-License-Identifier: EUPL-1.2
"""A member's own side of the register: who looked at my data, and at whose door I ring."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.members import access, queries, services
from buurtwacht.people.doors import PersonRequest, member_required


@never_cache
@require_safe
@member_required
def viewed(request: PersonRequest) -> HttpResponse:
    """Who looked, by first name, and when."""
    return render(request, "enrolment/members/viewed.html", {"views": queries.views_of.views_of(request.user)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def ringing(request: PersonRequest, slug: str) -> HttpResponse:
    """The neighbours at whose door I ring, with a way out."""
    own = access.those_rung_for(request.user, slug)
    rung = queries.register.rung_by(own)
    if request.method == "POST":
        for one in rung:
            if str(one.pk) == request.POST.get("stop"):
                services.set_proxy(one, None, by=request.user)
                messages.success(request, _("You need not ring there any more. Your coordinator sees that."))
        return redirect("ringing", slug)
    return render(request, "enrolment/members/ringing.html", {"group": own.group, "rung": rung})
