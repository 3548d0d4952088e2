# SPDX-License-Identifier: EUPL-1.2
"""Screen 10: an applicant reads, ticks and signs. Reached by the link of the application, without signing in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.links import APPLICANT, application_by
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.signing import forms, paper, quiz, rules, seen_by, services
from buurtwacht.enrolment.signing.texts import Kind, Text, text_for
from buurtwacht.enrolment.steps import Step

from .file_answer import file_answer

if TYPE_CHECKING:
    from buurtwacht.enrolment.models import Application
    from buurtwacht.enrolment.signing.mark import Mark

STATUS = "application_status"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Read and sign. Who has nothing to sign now is led to the page that says how far the application is."""
    application = application_by(APPLICANT, token)
    speak_as(application.group, request)
    if step_of(application) is not Step.SIGN:
        return redirect(STATUS, token)
    group = application.group
    declaration = text_for(Kind.DECLARATION, group)
    more = [text_for(kind, group) for kind in rules.kinds_asked(group.policy) if kind != Kind.DECLARATION]
    form = forms.SignForm(request.POST if request.method == "POST" else None, application, [declaration, *more])
    if form.is_valid():
        _sign(application, form.mark, transfer=bool(form.cleaned_data.get("transfer")))
        messages.success(request, _("Thank you. This has been noted down, and you get a copy by mail."))
        return redirect(STATUS, token)
    context = frame_of(group) | {
        "application": application,
        "token": token,
        "form": form,
        "declaration": declaration,
        "more": more,
        "who_sees": seen_by.who_sees(application),
        "next_steps": list(seen_by.what_comes_next(application)),
    }
    return render(request, "enrolment/signing/sign.html", context)


@never_cache
@require_safe
def form_to_print(request: HttpRequest, token: str) -> HttpResponse:
    """The form to sign by hand."""
    application = application_by(APPLICANT, token)
    speak_as(application.group, request)
    if step_of(application) is not Step.SIGN:
        return redirect(STATUS, token)
    return file_answer(paper.blank_form(application, _language()), "application/pdf", "buurtwacht.pdf")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def on_paper(request: HttpRequest, token: str) -> HttpResponse:
    """Send in the form that was signed by hand."""
    application = application_by(APPLICANT, token)
    speak_as(application.group, request)
    if step_of(application) is not Step.SIGN:
        return redirect(STATUS, token)
    is_sent = request.method == "POST"
    sent = (request.POST, request.FILES) if is_sent else (None, None)
    form = forms.ScanForm(*sent, group=application.group)
    if is_sent and form.is_valid():
        _sign(application, form.mark, transfer=True, read=form.read)
        messages.success(request, _("Thank you. Your form has arrived."))
        return redirect(STATUS, token)
    context = frame_of(application.group) | {"application": application, "token": token, "form": form}
    return render(request, "enrolment/signing/on_paper.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, token: str) -> HttpResponse:
    """A few questions about the rules, for who likes to know whether they understood (R078). It decides nothing."""
    application = application_by(APPLICANT, token)
    speak_as(application.group, request)
    asked = quiz.questions_for(application.group.policy)
    answers = {question.key: request.POST.get(question.key, "") for question in asked}
    is_sent = request.method == "POST"
    if is_sent:
        services.note_quiz(application, right=quiz.right_of(asked, answers), of=len(asked))
    context = frame_of(application.group) | {
        "application": application,
        "token": token,
        "checked": quiz.checked(asked, answers) if is_sent else [],
        "questions": asked,
    }
    return render(request, "enrolment/signing/quiz.html", context)


def _sign(application: "Application", mark: "Mark", *, transfer: bool, read: Sequence[Text] = ()) -> None:
    services.sign_application(application, mark, language=_language(), transfer=transfer, read=read)


def _language() -> str:
    return get_language() or ""
