# SPDX-License-Identifier: EUPL-1.2
"""The pages on which a coordinator writes the rules of the group itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.signing.texts import fixed_rules_of
from buurtwacht.enrolment.signing.texts.own import language_of
from buurtwacht.enrolment.signing.views.file_answer import file_answer
from buurtwacht.groups.access import membership_for
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required, second_factor_required

from . import access, paper, queries, services, shown
from .forms import RuleForm
from .rules import MOST_RULES

PDF = "application/pdf"
MOVES = {"up": -1, "down": 1}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def rules(request: PersonRequest, slug: str) -> HttpResponse:
    """The whole list as members will read it, with what is fixed and what the group may change."""
    group = access.group_to_rule(request.user, slug)
    key = request.POST.get("rule", "")
    if "withdraw" in request.POST:
        services.withdraw_rule(group, key, by=request.user)
        messages.success(request, _("The rule is out of the draft. Members see that once you publish it."))
        return redirect("desk_rules", slug)
    if request.POST.get("move") in MOVES:
        services.move_rule(group, key, MOVES[request.POST["move"]], by=request.user)
        return redirect("desk_rules", slug)
    fixed = list(shown.fixed_rules(group))
    own = list(shown.own_rules(group, queries.working_rules(group), after=len(fixed)))
    context = {
        "group": group,
        "fixed": fixed,
        "own": own,
        "is_full": len(own) >= MOST_RULES,
        "most": MOST_RULES,
        "pending": queries.pending(group),
        "history": queries.history_of(group),
        "is_coordinator": is_coordinator(request.user, group),
    }
    return render(request, "enrolment/rulebook/rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def new(request: PersonRequest, slug: str) -> HttpResponse:
    """Write a rule."""
    group = access.group_to_rule(request.user, slug)
    data = request.POST if request.method == "POST" else None
    form = RuleForm(data, language=language_of(group), fixed=fixed_rules_of(group))
    if form.is_valid():
        try:
            services.add_rule(group, form.wordings, by=request.user, rule=form.rule_id)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The rule is in the draft. Members see it once you publish it."))
            return redirect("desk_rules", slug)
    return _form(request, {"group": group, "form": form, "is_new": True})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def change(request: PersonRequest, slug: str, key: str) -> HttpResponse:
    """Other words for a rule."""
    group = access.group_to_rule(request.user, slug)
    before = access.rule_to_change(group, key)
    data = request.POST if request.method == "POST" else None
    form = RuleForm(data, language=language_of(group), fixed=fixed_rules_of(group), before=before)
    if form.is_valid():
        try:
            services.change_rule(group, key, form.wordings, by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Your words are in the draft. Members see them once you publish it."))
            return redirect("desk_rules", slug)
    return _form(request, {"group": group, "form": form, "is_new": False})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def publish(request: PersonRequest, slug: str) -> HttpResponse:
    """What changes for members, and the button with which it does."""
    group = access.group_to_rule(request.user, slug)
    if "drop" in request.POST:
        services.drop_draft(group, by=request.user)
        messages.success(request, _("The draft is gone. The rules stay as they are."))
        return redirect("desk_rules", slug)
    if request.method == "POST":
        edition = services.publish_rules(group, by=request.user, seen=request.POST.get("seen", ""))
        asks = edition.reads_differently
        told = _("The new rules hold. Members are asked to agree once more.") if asks else _("The new rules hold.")
        messages.success(request, told)
        return redirect("desk_rules", slug)
    waiting = queries.pending(group)
    if waiting is None:
        return redirect("desk_rules", slug)
    return render(request, "enrolment/rulebook/publish.html", {"group": group, "pending": waiting})


@never_cache
@require_safe
@second_factor_required
def edition_file(request: PersonRequest, slug: str, number: int) -> HttpResponse:
    """An edition of the past, to keep."""
    group, own = access.edition_for(request.user, slug, number)
    return file_answer(paper.edition_pdf(group, own), PDF, f"{_name(group.slug)}-{number}.pdf")


@never_cache
@require_safe
@member_required
def own_copy(request: PersonRequest, slug: str) -> HttpResponse:
    """The house rules to print, for a member."""
    group = membership_for(request.user, slug).group
    return file_answer(paper.rules_pdf(group), PDF, f"{_name(group.slug)}.pdf")


def _form(request: PersonRequest, context: dict[str, object]) -> HttpResponse:
    form = context["form"]
    status = 400 if isinstance(form, RuleForm) and form.errors else 200
    return render(request, "enrolment/rulebook/rule.html", context, status=status)


def _name(slug: str) -> str:
    return f"{slugify(_('House rules'))}-{slug}"
