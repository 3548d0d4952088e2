# SPDX-License-Identifier: EUPL-1.2
"""The demo's front door: become somebody with one click, and see what the outside world received."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from buurtwacht.pages.demo import access, mailbox, surprises, text_messages
from buurtwacht.pages.demo.addresses import ADDRESSES
from buurtwacht.pages.demo.people import COUNTRIES, WITH_PHONE

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def demo_only(view: View[P]) -> View[P]:
    """This page is there only in the demo."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@demo_only
@require_safe
@never_cache
def players(request: HttpRequest) -> HttpResponse:
    """Who can one be?"""
    return render(
        request, "pages/demo/players.html", {"countries": COUNTRIES, "addresses": ADDRESSES, "phones": WITH_PHONE}
    )


@demo_only
@require_POST
def become(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as one of the made-up people, with a second factor that is made up too."""
    player, person = access.player_called(key)
    login(request, person, backend=BACKEND)
    request.session["second_factor"] = True
    return redirect(player.start)


@demo_only
@require_POST
def surprise(request: HttpRequest) -> HttpResponse:
    """Let a neighbour share a report, now."""
    report = surprises.surprise()
    messages.success(request, _("A neighbour has shared a report: %(title)s") % {"title": report.title})
    return redirect("home" if request.user.is_authenticated else "demo")


@demo_only
@require_safe
@never_cache
def post_box(request: HttpRequest) -> HttpResponse:
    """What the outside world received, newest first; of one kind, or everything."""
    kind = request.GET.get("soort", "")
    context = {"mails": mailbox.newest(kind), "kinds": mailbox.KINDS, "kind": kind}
    return render(request, "pages/demo/mailbox.html", context)


@demo_only
@require_safe
@never_cache
def phone(request: HttpRequest, key: str) -> HttpResponse:
    """The text messages on the phone of one of the made-up people. The page asks for new ones by itself."""
    player, _person = access.phone_of(key)
    context = {"player": player, "texts": text_messages.conversation(player.phone)}
    template = "pages/demo/_texts.html" if getattr(request, "htmx", False) else "pages/demo/phone.html"
    return render(request, template, context)


@demo_only
@require_POST
def text(request: HttpRequest, key: str) -> HttpResponse:
    """Send a text message from that phone to Buurtwacht."""
    player, _person = access.phone_of(key)
    text_messages.say(player.phone, request.POST.get("text", ""))
    return redirect("demo_phone", key=key)


@demo_only
@require_safe
@never_cache
def letter(request: HttpRequest, mail_id: UUID) -> HttpResponse:
    """One mail or message, with its links."""
    return render(request, "pages/demo/letter.html", {"mail": access.mail_called(mail_id)})


@demo_only
@require_safe
@never_cache
def file(request: HttpRequest, mail_id: UUID, file_id: UUID) -> HttpResponse:
    """A file that came with it. It is downloaded and never shown as a page of ours."""
    found = access.file_called(mail_id, file_id)
    headers = content_disposition_header(as_attachment=True, filename=found.name) or "attachment"
    return HttpResponse(found.data, content_type=found.media_type, headers={"Content-Disposition": headers})
