# SPDX-License-Identifier: EUPL-1.2
"""Plain pages that anybody can read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from buurtwacht.outreach.queries import organisations
from buurtwacht.outreach.responsible import all_responsible


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How Buurtwacht works, in four steps."""
    return render(request, "pages/about.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, why and for how long, in plain words."""
    person = request.user if request.user.is_authenticated else None
    return render(request, "pages/privacy.html", {"responsible": all_responsible(person)})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How we see to it that everybody can use this, and where to tell us what does not work."""
    return render(request, "pages/accessibility.html", {"operator": settings.VAPID_SUBJECT})


@require_safe
def question(request: HttpRequest) -> HttpResponse:
    """Where to go with a question or a complaint."""
    context = {"operator": settings.VAPID_SUBJECT, "organisations": organisations()}
    return render(request, "pages/question.html", context)
