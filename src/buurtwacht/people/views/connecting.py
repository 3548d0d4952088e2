# SPDX-License-Identifier: EUPL-1.2
"""Adding a way to be reached: with a code that somebody sends from there, or one that we send there."""

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from buurtwacht.lib.errors import DomainError
from buurtwacht.people import access, doors, queries, services
from buurtwacht.people.doors import PersonRequest
from buurtwacht.people.forms import AddressForm, TypedCodeForm

KEY = "connecting"  # in the session: the code by kind, for who loads the page again


@require_safe
@never_cache
@doors.member_required
def connect(request: PersonRequest, kind: str) -> HttpResponse:
    """What this way is, and how to add it."""
    offer = access.offer_for(request.user, kind)
    if "sent" in request.GET and queries.was_connected(request.user, kind):
        return _connected(request, offer)
    return _page(request, offer, looked="sent" in request.GET)


@require_POST
@doors.member_required
def begin(request: PersonRequest, kind: str) -> HttpResponse:
    """A new code to send to us."""
    offer = access.offer_for(request.user, kind)
    connecting = services.begin_connecting(request.user, offer.kind)
    request.session[KEY] = request.session.get(KEY, {}) | {offer.kind: connecting.code}
    return redirect("connect", offer.kind)


@require_safe
@doors.member_required
@vary_on_headers("HX-Request")
def state(request: PersonRequest, kind: str) -> HttpResponse:
    """Did the code come in? The page asks this every few seconds."""
    offer = access.offer_for(request.user, kind)
    if not request.htmx:
        return redirect("connect", offer.kind)
    if queries.was_connected(request.user, offer.kind):
        return _connected(request, offer)
    return render(request, "people/_waiting.html", {"offer": offer})


@require_POST
@doors.member_required
def address(request: PersonRequest, kind: str) -> HttpResponse:
    """An address of theirs: proven before, or a code goes there first."""
    offer = access.offer_for(request.user, kind)
    form = AddressForm(request.POST, offer=offer)
    if not form.is_valid():
        return _page(request, offer, form=form)
    try:
        if request.POST.get("proven"):
            services.use_number(request.user, offer.kind, form.cleaned_data["address"])
            return _connected(request, offer)
        services.send_code(request.user, offer.kind, form.cleaned_data["address"])
    except DomainError as refusal:
        form.add_error("address", str(refusal))
        return _page(request, offer, form=form)
    return redirect("connect", offer.kind)


@require_POST
@doors.member_required
def code(request: PersonRequest, kind: str) -> HttpResponse:
    """The code that came there, typed; or another address after all."""
    offer = access.offer_for(request.user, kind)
    if request.POST.get("other"):
        services.cancel_connecting(request.user, offer.kind)
        return redirect("connect", offer.kind)
    form = TypedCodeForm(request.POST)
    if not form.is_valid():
        return _page(request, offer, typed=form)
    try:
        services.try_code(request.user, offer.kind, form.cleaned_data["code"])
    except DomainError as refusal:
        form.add_error("code", str(refusal))
        return _page(request, offer, typed=form)
    return _connected(request, offer)


def _page(
    request: PersonRequest,
    offer: queries.Offer,
    *,
    form: AddressForm | None = None,
    typed: TypedCodeForm | None = None,
    looked: bool = False,
) -> HttpResponse:
    connection = queries.connection_of(request.user, offer, request.session.get(KEY, {}).get(offer.kind, ""))
    context: dict[str, Any] = {
        "about": offer.about,
        "connection": connection,
        "form": form or AddressForm(offer=offer),
        "looked": looked,
        "offer": offer,
        "qr": _drawn(connection.doorway.link) if connection.doorway else "",
        "typed": typed or TypedCodeForm(),
    }
    wrong = bool((form and form.errors) or (typed and typed.errors))
    return render(request, "people/connect.html", context, status=400 if wrong else 200)


def _connected(request: PersonRequest, offer: queries.Offer) -> HttpResponse:
    request.session[KEY] = {kind: code for kind, code in request.session.get(KEY, {}).items() if kind != offer.kind}
    messages.success(request, _("%(way)s is connected. Test now whether it works.") % {"way": offer.label})
    there = redirect("phone")
    return HttpResponseClientRedirect(there.url) if request.htmx else there


def _drawn(link: str) -> SafeString:
    svg = segno.make(link, error="m", micro=False).svg_inline(
        scale=5, border=3, dark="#000", light="#fff", omitsize=True
    )
    return mark_safe(svg)  # noqa: S308 - drawn here, from a link of ours
