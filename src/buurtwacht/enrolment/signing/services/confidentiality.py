# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.enrolment.signing.mark import Mark
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person

from .keep import Signer, keep_acceptance


@transaction.atomic
def sign_confidentiality(group: WatchGroup, person: Person, mark: Mark) -> Acceptance:
    """A coordinator, or somebody who is going to be one, promises to keep data about members private (R045)."""
    signer = Signer(group=group, language=person.language, person=person)
    acceptance = keep_acceptance(
        signer, Acceptance.Kind.CONFIDENTIALITY, mark.of(f"{person.first_name} {person.family_name}")
    )
    record("confidentiality.signed", acceptance.pk, by=person, group=group.pk, person=person.pk)
    return acceptance
