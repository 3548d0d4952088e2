# SPDX-License-Identifier: EUPL-1.2
"""What a member agreed to, and what waits for a yes once more."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.signing import access, files, forms, queries, rules, services
from buurtwacht.enrolment.signing.texts import Kind, text_for
from buurtwacht.groups.access import membership_for
from buurtwacht.groups.queries import memberships_of
from buurtwacht.people.doors import PersonRequest, member_required

from .file_answer import file_answer


@require_safe
@member_required
def agreements(request: PersonRequest) -> HttpResponse:
    """Everything this person agreed to, group by group."""
    context = {
        "papers": queries.papers_of(request.user),
        "due": queries.due_acceptances(request.user),
        "groups": [membership.group for membership in memberships_of(request.user)],
    }
    return render(request, "enrolment/signing/agreements.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def agreement(request: PersonRequest, slug: str) -> HttpResponse:
    """The rules of one group as they are now, what changed in them, and the button to agree."""
    membership = membership_for(request.user, slug)
    group, due = membership.group, queries.due_kinds(membership)
    asks_signature = rules.signed_kind(group.policy) in due
    texts = [text_for(kind, group) for kind in rules.lasting_kinds(group.policy)]
    form = forms.AgainForm(request.POST if request.method == "POST" else None, texts, asks_signature=asks_signature)
    if due and form.is_valid():
        services.accept_again(membership, form.mark, language=get_language() or "")
        messages.success(request, _("Thank you. Your yes has been noted down."))
        return redirect("own_agreement", slug)
    last = queries.latest(request.user, group, Kind.RULES)
    context = {
        "group": group,
        "form": form,
        "due": due,
        "texts": texts,
        "changes": [change for kind in due for change in queries.changes_for(request.user, group, kind)],
        "agreed_before": any(queries.latest(request.user, group, kind) for kind in due),
        "agreed_at": last.at if last else None,
        "papers": queries.papers_in(request.user, group),
    }
    return render(request, "enrolment/signing/agreement.html", context)


@never_cache
@require_safe
@member_required
def own_file(request: PersonRequest, acceptance_id: UUID) -> HttpResponse:
    """What this person signed, as a file."""
    return file_answer(*files.file_of(access.own_acceptance(request.user, acceptance_id)))
