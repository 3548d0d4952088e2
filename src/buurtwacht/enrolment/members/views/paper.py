# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.applying.whereabouts import where_is
from buurtwacht.enrolment.members import access, queries, services
from buurtwacht.enrolment.members.forms import PaperForm
from buurtwacht.enrolment.signing import paper as signing_paper
from buurtwacht.enrolment.signing.doors import confidentiality_required
from buurtwacht.enrolment.signing.printed import is_older
from buurtwacht.enrolment.signing.views.file_answer import file_answer
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@confidentiality_required
def paper(request: PersonRequest, slug: str) -> HttpResponse:
    """Type over what somebody wrote and signed on paper."""
    group = access.register_for(request.user, slug)
    candidates = queries.register.possible_proxies(group)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperForm(data, files, group=group, candidates=candidates)
    if form.is_valid():
        language = request.POST.get("language") or group.organisation.language or get_language() or "nl"
        facts = form.facts(home=where_is(form.address(), group).home, language=language)
        try:
            application = services.enter_paper(group, facts, form.paper(), by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            say = messages.warning if application.status == "refused" else messages.success
            say(request, _done(application.status, facts.first_name))
            if is_older(group, form.read):
                messages.info(request, _("This paper is of an older version. The rules of now still wait for a yes."))
            return redirect("desk_members", slug)
    context = {"group": group, "form": form}
    return render(request, "enrolment/members/paper.html", context, status=400 if form.errors else 200)


@never_cache
@require_safe
@confidentiality_required
def empty_form(request: PersonRequest, slug: str) -> HttpResponse:
    """The form to take along to a neighbour: what they agree to, lines to fill in, and the code of these words."""
    group = access.register_for(request.user, slug)
    pdf = signing_paper.empty_form(group, group.organisation.language or get_language() or "nl")
    return file_answer(pdf, "application/pdf", f"{slug}.pdf")


def _done(status: str, name: str) -> str:
    if status == "refused":
        return _("%(name)s cannot take part in this group now. They can ask to look at it again.") % {"name": name}
    if status == "joined":
        return _("%(name)s takes part from now on.") % {"name": name}
    return _("The application of %(name)s is on its way. You see on the desk how far it is.") % {"name": name}
