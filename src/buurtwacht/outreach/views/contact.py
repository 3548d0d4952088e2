# SPDX-License-Identifier: EUPL-1.2
"""Ask something of a group or an organisation, without seeing anybody's address (R030, R182)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from buurtwacht.outreach import access, limits, questions, services
from buurtwacht.outreach.forms import ContactForm
from buurtwacht.outreach.frame import frame_of
from buurtwacht.outreach.site import tabs_of


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, organisation: str) -> HttpResponse:
    """The form. A program that fills in the hidden field gets thanks, and nothing happens."""
    found = access.organisation_called(organisation)
    desks, groups = questions.desks_of(found), questions.groups_with_a_coordinator(found)
    asked = request.GET.get("groep", "")
    initial = {"group": asked, "desk": desks[0] if asked in {one.slug for one in groups} else None}
    form = ContactForm(request.POST or None, desks=desks, groups=groups, initial=initial)
    if desks and form.accepts():
        limits.check_pace(request, limits.QUESTIONS)
        if not form.is_from_a_program:
            told = form.cleaned_data
            services.ask_question(
                found,
                desk=told["desk"],
                group=access.public_group(found, told["group"]) if told["group"] else None,
                words=told["words"],
                email=told["email"],
                name=told["name"],
                language=request.LANGUAGE_CODE,
                shown=form.shown,
            )
        messages.success(request, _("Your question is on its way. The answer comes by mail."))
        return redirect("contact", found.slug)
    frame = {"section": "contact", "tabs": tabs_of(found), **frame_of(found)}
    return render(request, "outreach/contact.html", {"form": form, "desks": desks, **frame})
