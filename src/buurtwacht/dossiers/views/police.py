# SPDX-License-Identifier: EUPL-1.2
"""The police side, without signing in: open with a code, download, answer in three taps."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.dossiers import access, bundle, forms, mails, queries, rules, services, sheet
from buurtwacht.dossiers.sentences import CHOICES, SENTENCES, ready_sentences
from buurtwacht.groups.queries import roles_of
from buurtwacht.groups.words import allowed_by
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.doors import PersonRequest, has_second_factor, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.people.models import Person

SESSION_KEY = "dossiers_opened"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_dossier(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the code. Looking at this page uses nothing up, so a mail scanner does no harm."""
    handover = access.handover_for(token)
    if str(handover.pk) in _opened(request):
        return redirect("dossiers:read", handover.dossier_id)
    form = forms.CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.open_dossier(handover, form.cleaned_data["code"])
        except DomainError as refusal:
            form.add_error("code", str(refusal))
        else:
            _remember(request, str(handover.pk))
            return redirect("dossiers:read", handover.dossier_id)
    works = rules.can_be_opened(handover, timezone.now())
    context = {"form": form, "dossier": handover.dossier, "group": handover.dossier.report.group, "works": works}
    return render(request, "dossiers/open.html", context, status=200 if works else 410)


@never_cache
@require_safe
def read(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """The dossier on the screen, for an hour after the code or for an officer who is signed in."""
    dossier = access.dossier_to_read(dossier_id, opened=_opened(request), officer=_officer(request))
    context = {
        "dossier": dossier,
        "group": dossier.report.group,
        "sheet": sheet.sheet_of(dossier),
        "outcome_url": mails.outcome_url(dossier),
        "can_be_answered": rules.can_be_answered(dossier),
    }
    return render(request, "dossiers/read.html", context)


@never_cache
@require_safe
def download(request: HttpRequest, dossier_id: UUID, kind: str) -> HttpResponse:
    """The sealed file, or the PDF or the JSON out of it: byte for byte what was handed over."""
    dossier = access.dossier_to_read(dossier_id, opened=_opened(request), officer=_officer(request))
    handover = queries.last_handover(dossier)
    if handover is None or handover.package is None:
        access.no_such_dossier()
    package = bytes(handover.package)
    content = package if kind == "zip" else bundle.file_in(package, f"dossier.{kind}")
    name = f"dossier-{dossier.number}.{kind}"
    return HttpResponse(
        content, f"application/{kind}", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_POST
def reference(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """The police's own number for it."""
    dossier = access.dossier_to_read(dossier_id, opened=_opened(request), officer=_officer(request))
    services.set_police_reference(dossier, request.POST.get("reference", ""))
    return redirect("dossiers:read", dossier_id)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: HttpRequest, token: str) -> HttpResponse:
    """Screen 11: three taps from a mail."""
    dossier = access.dossier_to_answer(token)
    context = {"dossier": dossier, "group": dossier.report.group, "waiting": queries.neighbours_waiting(dossier)}
    if not rules.can_be_answered(dossier):
        return render(request, "dossiers/answered.html", context)
    context["sheet"] = sheet.sheet_of(dossier)  # this link needs no code: nothing that was taken out may stand here
    allowed = allowed_by(dossier.report.group.policy)
    form = forms.OutcomeForm(request.POST if request.method == "POST" else None, allowed=allowed)
    if request.method == "POST" and "show" not in request.POST and form.accepts():
        told = form.cleaned_data
        services.answer_dossier(dossier, outcome=told["outcome"], words=told["words"], shown=form.shown)
        return redirect("dossiers:outcome", token)
    if "show" in request.POST:
        form = forms.OutcomeForm(initial=request.POST.dict())
    chosen = request.POST.get("outcome") or next(iter(SENTENCES))
    context |= {"form": form, "choices": CHOICES, "chosen": chosen, "sentences": ready_sentences(chosen)}
    template = "dossiers/_sentences.html" if getattr(request, "htmx", False) else "dossiers/outcome.html"
    return render(request, template, context)


@require_safe
@second_factor_required
def desk(request: PersonRequest) -> HttpResponse:
    """An officer's own page: what was given, and what still waits for an answer."""
    organisations = roles_of(request.user).officer
    if not organisations:
        raise NotFound(_("This page is for police officers who work with a group."))
    found = [(where, queries.dossiers_with(where)) for where in organisations]
    return render(request, "dossiers/desk.html", {"organisations": found, "links": mails})


def _officer(request: HttpRequest) -> "Person | None":
    """Who is signed in, with a second factor."""
    person = request.user
    return person if person.is_authenticated and has_second_factor(request) else None


def _opened(request: HttpRequest) -> list[str]:
    now = timezone.now().timestamp()
    found: dict[str, float] = request.session.get(SESSION_KEY, {})
    return [key for key, until in found.items() if until > now]


def _remember(request: HttpRequest, handover_id: str) -> None:
    until = (timezone.now() + rules.OPEN_FOR).timestamp()
    request.session[SESSION_KEY] = request.session.get(SESSION_KEY, {}) | {handover_id: until}
