# SPDX-License-Identifier: EUPL-1.2
"""Doors to what is being checked. Absent, forbidden and forged sound the same."""

from typing import NoReturn
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.enrolment.links import APPLICANT, application_by
from buurtwacht.enrolment.models import AddressProof, Application, Candidacy, Objection, Vetting
from buurtwacht.groups.access import (
    group_to_coordinate,
    membership_for,
    organisation_for_officer,
    organisation_for_official,
)
from buurtwacht.groups.models import Membership, Organisation, OrganisationRole
from buurtwacht.groups.queries import groups_under, memberships_of
from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import link_token, subject_of
from buurtwacht.people.models import Person

from . import codes, queries
from .letters import LETTER

Role = OrganisationRole.Role
NEIGHBOUR = "neighbour"  # the purpose of the link that an applicant hands to a neighbour
_PROOFS = AddressProof.objects.select_related("application__group__organisation", "application__person")


def applicant_or_letter(token: str) -> tuple[Application, AddressProof | None]:
    """The application behind the applicant's own link, or behind the link in a letter, with that letter.

    A letter may lie at a wrong address: its link asks for the code, and shows nothing of the applicant.
    """
    letter_id = subject_of(LETTER, token)
    if letter_id is None:
        return application_by(APPLICANT, token), None
    letter = _PROOFS.filter(pk=letter_id, way=AddressProof.Way.LETTER).first() or no_such_application()
    return letter.application, letter


def proof_for_neighbour(person: Person, token: str) -> tuple[AddressProof, Membership]:
    """What an applicant handed to a neighbour, who is a member of that group."""
    proof_id = subject_of(NEIGHBOUR, token)
    waiting = _PROOFS.filter(pk=proof_id, way=AddressProof.Way.NEIGHBOUR) if proof_id else _PROOFS.none()
    proof = waiting.first() or no_such_application()
    neighbour = memberships_of(person).filter(group=proof.application.group_id).first()
    return (proof, neighbour) if neighbour else no_such_application()


def proof_by_code(person: Person, typed: str) -> AddressProof | None:
    """The same by its code, in the groups of this member only."""
    groups = memberships_of(person).values("group")
    waiting = _PROOFS.filter(
        way=AddressProof.Way.NEIGHBOUR, ended_at=None, proven_at=None, application__group__in=groups
    )
    return next((proof for proof in waiting if codes.same_code(proof.code, typed)), None)


def application_to_coordinate(person: Person, slug: str, application_id: UUID) -> Application:
    """Somebody who applied to a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    return queries.entrance.open_applications(group).filter(pk=application_id).first() or no_such_application()


def approved_to_coordinate(person: Person, slug: str, application_id: UUID) -> Application:
    """The same, once the police agreed: only then may name, phone and address be seen (R076)."""
    application = application_to_coordinate(person, slug, application_id)
    return application if application.vetted_at else no_such_application()


def visit_to_make(person: Person, slug: str, proof_id: UUID) -> AddressProof:
    """Somebody who asked the coordinator to come by."""
    group = group_to_coordinate(person, slug)
    return queries.visits_of(group).filter(pk=proof_id).first() or no_such_application()


def candidacy_to_decide(person: Person, slug: str, candidacy_id: UUID) -> Candidacy:
    """Somebody who would like to coordinate a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    found = [one.candidacy for one in queries.contenders_of(group) if one.candidacy.pk == candidacy_id]
    return found[0] if found else no_such_application()


def own_membership(person: Person, slug: str) -> Membership:
    """This person's own membership of the group."""
    return membership_for(person, slug)


def neighbour_to_confirm(own: Membership, membership_id: str) -> Membership:
    """One of the first neighbours, of whom this member may say that they live there."""
    found = [one for one in queries.to_confirm(own) if str(one.pk) == membership_id]
    return found[0] if found else no_such_application()


def vetting_to_mend(person: Person, slug: str, vetting_id: UUID) -> Vetting:
    """An answer that the police of this organisation gave."""
    organisation = organisation_for_officer(person, slug)
    rows = Vetting.objects.filter(pk=vetting_id, application__group__organisation=organisation).exclude(verdict="")
    return rows.select_related("application__group__organisation").first() or no_such_application()


def objection_to_answer(person: Person, slug: str, objection_id: UUID) -> Objection:
    """An objection that this person has to answer, as officer or as official of the organisation."""
    organisation = officer_or_official(person, slug)
    for role in roles_in(person, organisation):
        found = queries.objections.objections_to_answer(organisation, role).filter(pk=objection_id).first()
        if found:
            return found
    return no_such_application()


def roles_in(person: Person, organisation: Organisation) -> list[str]:
    """As what this person works for the organisation: officer, official, or both."""
    held = organisation.roles.filter(person_id=person.pk, role__in=[Role.OFFICER, Role.OFFICIAL])
    return list(held.values_list("role", flat=True))


def applicant_of(person: Person, slug: str, application_id: UUID) -> Application:
    """Somebody whom an officer or official of this organisation may assign to another group."""
    organisation = officer_or_official(person, slug)
    rows = Application.objects.filter(pk=application_id, group__in=groups_under(organisation), ended_at=None)
    return rows.select_related("group__organisation").first() or no_such_application()


def officer_or_official(person: Person, slug: str) -> Organisation:
    """An organisation for which this person is officer or official."""
    try:
        return organisation_for_officer(person, slug)
    except NotFound:
        return organisation_for_official(person, slug)


def neighbour_url(proof: AddressProof | None) -> str:
    """What an applicant hands to a neighbour; empty for another way."""
    if proof is None or proof.way != AddressProof.Way.NEIGHBOUR:
        return ""
    return settings.SITE_URL + reverse("neighbour_knows", args=[link_token(NEIGHBOUR, proof.pk)])


def entry_for_neighbours() -> str:
    """Where a neighbour types the code, as one reads it out: without the scheme."""
    return (settings.SITE_URL + reverse("neighbour_code")).partition("//")[2]


def no_such_application() -> NoReturn:
    raise NotFound(_("There is no such application."))
