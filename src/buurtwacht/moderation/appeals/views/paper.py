# SPDX-License-Identifier: EUPL-1.2
"""An appeal that came by post is noted down with the reference that stands on the decision."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import access, forms, services
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def note(request: PersonRequest) -> HttpResponse:
    access.bench_for(request.user)
    form = forms.LetterForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _noted(form, request):
        messages.success(request, _("The appeal has been noted down. Who judges it hears of it."))
        return redirect("appeals")
    return render(request, "moderation/appeals/paper.html", {"form": form})


def _noted(form: forms.LetterForm, request: PersonRequest) -> bool:
    told = form.cleaned_data
    measure = access.measure_by_reference(request.user, told["reference"])
    if measure is None:
        form.add_error("reference", _("We know no decision with this reference. Look once more at the letter."))
        return False
    try:
        services.note_letter(measure, told["words"], received_on=told["received_on"], by=request.user)
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
