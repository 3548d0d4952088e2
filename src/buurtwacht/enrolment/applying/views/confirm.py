# SPDX-License-Identifier: EUPL-1.2
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying import access, drafts, routes, services
from buurtwacht.enrolment.applying.drafts import Draft
from buurtwacht.enrolment.applying.forms import CodeForm
from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.codes import after_a_try, answer_to, decoy, may_send_again, words_for
from buurtwacht.enrolment.services import membership_in_the_way
from buurtwacht.lib.errors import DomainError

if TYPE_CHECKING:
    from buurtwacht.enrolment.models import Application

SENT = "sent"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 2 of 3: the code from the mail. It says the same whether the address was known or not."""
    group, draft = access.group_to_join(slug), drafts.draft_of(request)
    speak_as(group, request)
    if draft.slug != slug:
        return redirect("apply", slug)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            return redirect(_next_page(request, draft, form.cleaned_data["code"]))
        except DomainError as refusal:
            form.add_error("code", str(refusal.message))
    context = frame_of(group) | {"form": form, "email": draft.values.get("email", "")}
    return render(request, "enrolment/applying/code.html", context, status=400 if form.errors else 200)


@require_POST
def send_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Another mail, with another code. Whether one went out nobody can tell from the answer."""
    group, draft = access.group_to_join(slug), drafts.draft_of(request)
    speak_as(group, request)
    if draft.slug == slug:
        _send_again(request, draft)
        messages.success(request, _("If no mail came within a minute, look at the address above, or wait a little."))
    return redirect("apply_confirm", slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The link from the mail: one more tap, since programs that read mail open links too."""
    application = access.application_to_confirm(token)
    speak_as(application.group, request)
    if application.email_proven_at or application.ended_at:
        return redirect(routes.page_of(application))
    if request.method == "POST":
        application = services.prove(application, services.EMAIL)
        drafts.forget(request)
        return redirect(_after_proof(application))
    context = frame_of(application.group) | {"application": application}
    return render(request, "enrolment/applying/confirm.html", context)


def _next_page(request: HttpRequest, draft: Draft, typed: str) -> str:
    """Where it goes on after the right code. Raises `DomainError` for any other."""
    if not limits.TRIES.allows(limits.network_of(request)):
        raise DomainError(_("That was too often. Wait an hour, or tap the link in the mail."))
    if draft.decoy:
        answer = answer_to(draft.decoy, typed, timezone.now())
        draft.decoy = after_a_try(draft.decoy)
        drafts.keep(request, draft)
        raise DomainError(words_for(answer))
    application = access.application_of_draft(draft.application_id)
    application = services.try_code(application, services.EMAIL, typed)
    drafts.forget(request)
    return _after_proof(application)


def _after_proof(application: "Application") -> str:
    """The next step; but first the page that says so when another membership is in the way."""
    return routes.page_of(application) if membership_in_the_way(application) else routes.onward(application)


def _send_again(request: HttpRequest, draft: Draft) -> None:
    if draft.decoy is None:
        services.send_code(access.application_of_draft(draft.application_id), services.EMAIL)
    elif may_send_again(draft.decoy, timezone.now()):
        draft.decoy = decoy(timezone.now())
        drafts.keep(request, draft)
