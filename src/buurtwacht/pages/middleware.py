# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from buurtwacht.lib.errors import DomainError


class SentencesForErrors:
    """Turns a rule's refusal into a page, or a fragment, with a sentence that says what to do instead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        template = "pages/_refusal.html" if getattr(request, "htmx", False) else "pages/refusal.html"
        return render(request, template, {"message": error.message}, status=error.status)
