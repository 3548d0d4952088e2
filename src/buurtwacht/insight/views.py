# SPDX-License-Identifier: EUPL-1.2
"""The pages with figures: of one group for its coordinators, and of all groups side by side."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.doors import PersonRequest, second_factor_required

from . import access, files
from .council import compare
from .months import read_month
from .page import page_of


@require_safe
@never_cache
@second_factor_required
def group_figures(request: PersonRequest, slug: str) -> HttpResponse:
    """One month of a group beside its aims, and the year before it."""
    group = group_to_coordinate(request.user, slug)
    page = page_of(group, read_month(request.GET.get("maand", "")))
    return render(request, "insight/group.html", {"group": group, "page": page, "on_paper": "papier" in request.GET})


@require_safe
@never_cache
@second_factor_required
def group_file(request: PersonRequest, slug: str, form: str) -> HttpResponse:
    """The same as a file."""
    group = group_to_coordinate(request.user, slug)
    page = page_of(group, read_month(request.GET.get("maand", "")))
    return _file(lambda: files.of_group(page.series, form), form, f"{group.slug}-{page.month:%Y-%m}")


@require_safe
@never_cache
@second_factor_required
def council_figures(request: PersonRequest, slug: str) -> HttpResponse:
    """The groups of an organisation side by side, and the ledger of the house rules in figures."""
    organisation = access.organisation_to_compare(request.user, slug)
    context = {"organisation": organisation, "compared": compare(organisation), "on_paper": "papier" in request.GET}
    return render(request, "insight/council.html", context)


@require_safe
@never_cache
@second_factor_required
def council_file(request: PersonRequest, slug: str, form: str) -> HttpResponse:
    """The same as a file."""
    organisation = access.organisation_to_compare(request.user, slug)
    compared = compare(organisation)
    return _file(
        lambda: files.of_organisation(compared, form), form, f"{organisation.slug}-{compared.months[-1]:%Y-%m}"
    )


def _file(write: Callable[[], str], form: str, name: str) -> HttpResponse:
    if form not in files.FORMATS:
        raise NotFound(_("There is no such file."))
    headers = {"Content-Disposition": f'attachment; filename="cijfers-{name}.{form}"'}
    return HttpResponse(write(), files.FORMATS[form], headers=headers)
