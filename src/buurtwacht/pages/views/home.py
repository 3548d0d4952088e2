# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page: for a member what is going on, for a visitor what Buurtwacht is."""
    if not request.user.is_authenticated:
        return render(request, "pages/welcome.html")
    return render(request, "pages/home.html")
