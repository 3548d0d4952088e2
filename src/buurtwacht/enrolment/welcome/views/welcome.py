# SPDX-License-Identifier: EUPL-1.2
"""The first minutes of a member: how it works, and then the phone (R025)."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.channels.webpush.vapid import public_key
from buurtwacht.enrolment.signing.texts import rules_of
from buurtwacht.enrolment.welcome import devices, queries, services, words
from buurtwacht.groups.access import membership_for
from buurtwacht.people import queries as people
from buurtwacht.people.doors import PersonRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def welcome(request: PersonRequest, slug: str) -> HttpResponse:
    """Before they agree: goal, rules, names, how to leave. After that: the phone."""
    membership = membership_for(request.user, slug)
    after = _where_to(request)
    if request.method == "POST":
        services.agree_to_rules(membership, by=request.user)
        return redirect(after or request.path)
    group = membership.group
    context = {
        "group": group,
        "membership": membership,
        "after": after,
        "goal": words.goal_of(group),
        "names": words.names_of(group),
        "number": group.policy.emergency_number,
        "rules": rules_of(group),
    }
    if membership.welcomed_at is None:
        return render(request, "enrolment/welcome/rules.html", context)
    context |= {
        "card": people.phone_card(request.user),
        "is_on_here": people.takes_alerts_here(request.user, request.session.session_key),
        "key": public_key() if people.takes_push() else "",
        "device": devices.device_of(request.headers.get("User-Agent", "")),
        "is_recommended": group.policy.gate != "none" and not queries.shelf_of(group, request.user).is_complete,
    }
    return render(request, "enrolment/welcome/phone.html", context)


def _where_to(request: PersonRequest) -> str:
    """Where they were going when they were led here; nothing for a page elsewhere, or for the first page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=False)
    return wanted if is_ours and wanted != "/" else ""
