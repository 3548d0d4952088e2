# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django_htmx.http import HttpResponseClientRedirect

from buurtwacht.lib.errors import DomainError, GoFirst


class TheirLanguage:
    """Speaks the language that the person chose. For visitors Django has already looked at cookie and browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language() or ""
        return self.get_response(request)


class SentencesForErrors:
    """Turns a rule's refusal into a page, or a fragment, with a sentence that says what to do instead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        if isinstance(error, GoFirst):
            return self._lead_to(request, error.url)
        template = "pages/_refusal.html" if getattr(request, "htmx", False) else "pages/refusal.html"
        return render(request, template, {"message": error.message}, status=error.status)

    @staticmethod
    def _lead_to(request: HttpRequest, url: str) -> HttpResponse:
        """There first, and then back to the page that was asked for."""
        after = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
        url = f"{url}?{urlencode({'next': after})}"
        return HttpResponseClientRedirect(url) if getattr(request, "htmx", False) else HttpResponseRedirect(url)
