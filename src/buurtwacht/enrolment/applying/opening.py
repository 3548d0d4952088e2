# SPDX-License-Identifier: EUPL-1.2
"""How the form opens: what is known of who opens it, and what they typed before."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from buurtwacht.enrolment.services import membership_instead
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.people.models import Person

from . import drafts, queries
from .asking import Situation

FROM_LINK = {"postcode": "postcode", "huisnummer": "house_number", "straat": "street", "plaats": "town"}


@dataclass(frozen=True, slots=True)
class Opening:
    """The form before it is sent. `membership` and `application` are what a person who is signed in has already."""

    group: WatchGroup
    situation: Situation
    person: Person | None = None
    invitation: str = ""
    initial: dict[str, Any] = field(default_factory=dict)
    membership: Membership | None = None


def opening_for(request: HttpRequest, group: WatchGroup) -> Opening:
    """What was typed before comes first, then what stands in the link, then what we know of the person."""
    person = request.user if isinstance(request.user, Person) else None
    typed = drafts.draft_of(request).values
    linked = {name: request.GET[key][:120] for key, name in FROM_LINK.items() if key in request.GET}
    known = {"first_name": person.first_name, "family_name": person.family_name} if person else {}
    code = request.POST.get("invitation") or request.GET.get("uitnodiging") or typed.get("invitation", "")
    return Opening(
        group=group,
        situation=queries.situation_of(group, person),
        person=person,
        invitation=code[:12],
        initial=known | typed | linked,
        membership=membership_instead(group, person) if person else None,
    )
