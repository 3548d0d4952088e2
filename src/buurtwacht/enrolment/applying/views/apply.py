# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying import access, drafts, queries, routes, services
from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.forms import DetailsForm
from buurtwacht.enrolment.applying.opening import Opening, opening_for
from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.applying.whereabouts import Verdict, Whereabouts, where_is
from buurtwacht.enrolment.codes import decoy
from buurtwacht.enrolment.texting import note_about
from buurtwacht.lib.errors import DomainError

TOO_MANY = 429


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 1 of 3: "Your details"."""
    group = access.group_to_join(slug)
    language = speak_as(group, request)
    opening = opening_for(request, group)
    if opening.membership:
        known = {"membership": opening.membership, "move_url": routes.path_of("move")}
        return render(request, "enrolment/applying/member.html", frame_of(group) | known)
    if opening.person and (going_on := queries.going_on(group, opening.person)):
        return redirect(routes.page_of(going_on))
    if request.method == "POST":
        return _take(request, opening, language)
    return _page(request, DetailsForm(opening, initial=opening.initial), opening)


def _take(request: HttpRequest, opening: Opening, language: str) -> HttpResponse:
    """What was sent: begun when all of it is right, else shown again with everything that was typed."""
    form = DetailsForm(opening, request.POST)
    draft = drafts.draft_of(request)
    draft.values = drafts.typed_in(request.POST, (*form.fields, "invitation"))
    drafts.keep(request, draft)
    if not form.is_valid():
        return _page(request, form, opening, status=400)
    place = where_is(form.address(), opening.group)
    if place.verdict is Verdict.UNKNOWN and form.says_street_is_right():
        place = Whereabouts(Verdict.HERE)
    if place.verdict is not Verdict.HERE:
        return _page(
            request, form.asking_about_street() if place.verdict is Verdict.UNKNOWN else form, opening, place, 400
        )
    if not limits.FORMS.allows(limits.network_of(request)):
        form.add_error(None, _("From this network many people applied just now. Try again in an hour."))
        return _page(request, form, opening, status=TOO_MANY)
    return _begin(request, form, opening, form.facts(home=place.home, language=language))


def _begin(request: HttpRequest, form: DetailsForm, opening: Opening, facts: ApplicantFacts) -> HttpResponse:
    group, draft = opening.group, drafts.draft_of(request)
    invitation = access.invitation_by(opening.invitation, group)
    try:
        application = services.apply_on_site(group, facts, person=opening.person, invitation=invitation)
    except DomainError as refusal:
        form.add_error(None, str(refusal.message))
        return _page(request, form, opening, status=400)
    if note := note_about(facts.phone):
        messages.info(request, note)
    if opening.person and application:
        drafts.forget(request)
        return redirect(routes.onward(application))
    draft.slug, draft.application = group.slug, str(application.pk) if application else ""
    draft.decoy = None if application else decoy(timezone.now())
    drafts.keep(request, draft)
    return redirect("apply_confirm", group.slug)


def _page(
    request: HttpRequest, form: DetailsForm, opening: Opening, place: Whereabouts | None = None, status: int = 200
) -> HttpResponse:
    context = frame_of(opening.group) | {
        "form": form,
        "opening": opening,
        "whereabouts": place,
        "coordinators": queries.first_names_of_coordinators(opening.group),
        "stages": queries.stages_ahead(opening.group),
        "start_url": routes.path_of("start_group"),
    }
    return render(request, "enrolment/applying/apply.html", context, status=status)
