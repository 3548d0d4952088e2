# SPDX-License-Identifier: EUPL-1.2
"""A new group in five steps. Everything is kept at once as an idea, so one can stop after any step and come back."""

from collections.abc import Callable
from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups import access, forms, overview, services
from buurtwacht.groups.municipal import Act
from buurtwacht.groups.queries import groups_under
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.doors import PersonRequest, second_factor_required
from buurtwacht.wording.forms import WeighedForm

STEPS = {
    "gebied": gettext_lazy("Name and area"),
    "regels": gettext_lazy("The house rules"),
    "plan": gettext_lazy("Goal and size"),
    "coordinator": gettext_lazy("Coordinator"),
    "klaar": gettext_lazy("Ready"),
}
ORDER = list(STEPS)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def new(request: PersonRequest, slug: str) -> HttpResponse:
    """The first step makes the idea; the others belong to it."""
    organisation = access.organisation_for_official(request.user, slug)
    form = forms.PlaceForm(request.POST or None, areas=overview.areas_for(organisation))
    if form.accepts():
        told = form.cleaned_data
        try:
            group = services.plan_new_group(
                organisation, name=told["name"], area=told["area"], streets=told["streets"], by=request.user
            )
        except DomainError as refusal:
            form.add_error("name", str(refusal))
        else:
            _count(group, form)
            return redirect("group_step", slug, group.slug, ORDER[1])
    context = {"organisation": organisation, "form": form, "step": ORDER[0], "steps": STEPS, "number": 1}
    return render(request, "groups/wizard.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def step(request: PersonRequest, slug: str, group: str, step: str) -> HttpResponse:
    """One of the later steps."""
    found = access.group_of_official(request.user, slug, group, Act.PLAN)
    if step not in STEPS or found.status not in ("idea", "forming"):
        raise NotFound(_("There is no such page."))
    if request.method == "POST" and "later" in request.POST:
        return redirect("group_step", slug, group, _after(step))
    form = _FORMS[step](request, found) if step in _FORMS else None
    if form and (form.accepts() if isinstance(form, WeighedForm) else form.is_valid()):
        try:
            _SAVES[step](request, found, form.cleaned_data)
            _count(found, form)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("group_step", slug, group, _after(step))
    context = {
        "organisation": found.organisation,
        "group": found,
        "form": form,
        "step": step,
        "steps": STEPS,
        "number": ORDER.index(step) + 1,
        "before": ORDER[ORDER.index(step) - 1],
        **(_invitation(found) if step == "klaar" else {}),
    }
    return render(request, "groups/wizard.html", context)


def _count(group: Any, form: Form) -> None:
    """What was said about the words of this step, and what came of it."""
    if isinstance(form, WeighedForm):
        services.count_words(group, form.shown, *form.texts)


def _after(step: str) -> str:
    return ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)]


def _place(request: PersonRequest, group: Any) -> Form:
    streets = "\n".join(group.street_ranges.values_list("street", flat=True))
    initial = {"name": group.name, "area": group.area_id, "streets": streets}
    return forms.PlaceForm(request.POST or None, areas=overview.areas_for(group.organisation), initial=initial)


def _rules(request: PersonRequest, group: Any) -> Form:
    sources = groups_under(group.organisation).exclude(pk=group.pk)
    initial = {"rules": group.preset}
    return forms.RulesForm(request.POST or None, country=group.policy.country, sources=sources, initial=initial)


def _plan(request: PersonRequest, group: Any) -> Form:
    initial = {
        "goal": group.goal,
        "needed_members": group.needed_members,
        "most_members": group.policy.most_members,
    }
    return forms.PlanForm(request.POST or None, initial=initial)


def _coordinator(request: PersonRequest, group: Any) -> Form:
    return forms.CoordinatorForm(request.POST or None, group=group)


def _save_place(request: PersonRequest, group: Any, told: dict[str, Any]) -> None:
    services.rename_group(group, name=told["name"], by=request.user)
    services.set_place(group, area=told["area"], streets=told["streets"], by=request.user)


def _save_rules(request: PersonRequest, group: Any, told: dict[str, Any]) -> None:
    kind, _colon, slug = told["rules"].partition(":")
    if kind == "group":
        source = groups_under(group.organisation).get(slug=slug)
        services.copy_settings(group, source=source, by=request.user)
    else:
        services.change_settings(group, {}, preset=kind, by=request.user)


def _save_plan(request: PersonRequest, group: Any, told: dict[str, Any]) -> None:
    changed = services.change_settings(group, group.overrides | {"most_members": told["most_members"]}, by=request.user)
    services.set_plan(changed, goal=told["goal"], needed_members=told["needed_members"], by=request.user)


def _save_coordinator(request: PersonRequest, group: Any, told: dict[str, Any]) -> None:
    details = {name: told[name] for name in ("first_name", "email", "street", "house_number")}
    services.add_first_coordinator(group, **details, by=request.user)
    messages.success(request, _("%(name)s can sign in now, and coordinates the group.") % {"name": told["first_name"]})


def _invitation(group: Any) -> dict[str, Any]:
    """The address where neighbours sign up, as a link and as a drawing for a phone."""
    url = f"{settings.SITE_URL}/aanmelden/{group.slug}/"
    drawn = segno.make(url, error="m").svg_inline(scale=6, border=4, dark="#000", light="#fff", omitsize=True)
    return {"link": url, "qr": mark_safe(drawn)}  # noqa: S308 - drawn here, from our own address


_FORMS: dict[str, Callable[[PersonRequest, Any], Form]] = {
    "gebied": _place,
    "regels": _rules,
    "plan": _plan,
    "coordinator": _coordinator,
}
_SAVES: dict[str, Callable[[PersonRequest, Any, dict[str, Any]], None]] = {
    "gebied": _save_place,
    "regels": _save_rules,
    "plan": _save_plan,
    "coordinator": _save_coordinator,
}
