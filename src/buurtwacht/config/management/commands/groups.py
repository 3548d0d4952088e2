# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.enrolment.members.console import take_over
from buurtwacht.groups import services
from buurtwacht.groups.first_address import doubt_about
from buurtwacht.groups.lifecycle import check_needed
from buurtwacht.groups.models import Membership, Organisation, OrganisationRole, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.people.services import create_person
from buurtwacht.places.models import Area
from buurtwacht.policy.model import Vetting
from buurtwacht.policy.presets import PRESETS

LANGUAGES = ("nl", "nl-be", "fr", "de", "en")


class Command(BaseCommand):
    help = "Lay the first stones: an organisation, its groups, their members, and who works for the organisation."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        organisation = verbs.add_parser("organisation", help="a municipality, police zone, association or team")
        organisation.add_argument("name")
        organisation.add_argument("--kind", choices=Organisation.Kind.values, default=Organisation.Kind.MUNICIPALITY)
        organisation.add_argument("--language", choices=LANGUAGES, default="nl", help="of its groups and letters")
        organisation.add_argument("--time-zone", default="Europe/Amsterdam")
        organisation.add_argument("--police-name", default="", help='how the police desk is called: "Basisteam Ede"')
        organisation.add_argument("--police-mailbox", default="", help="where dossiers go")
        organisation.add_argument("--police-code-mailbox", default="", help="where the code goes, apart from the link")
        group = verbs.add_parser("group", help="a group under an organisation")
        group.add_argument("organisation", help="its slug")
        group.add_argument("name")
        group.add_argument("--preset", choices=PRESETS, default="nl")
        group.add_argument("--status", choices=WatchGroup.Status.values, default=WatchGroup.Status.ACTIVE)
        group.add_argument("--needed", type=int, default=10, help="with so many neighbours it starts (default 10)")
        group.add_argument("--area", default="", help="the code of its area, as `buurtwacht areas` knows it")
        listing = verbs.add_parser("list", help="the groups, how each stands, and with how many members")
        listing.add_argument("organisation", nargs="?", default="", help="its slug; without one, of all")
        member = verbs.add_parser("member", help="somebody in a group, who may then sign in")
        member.add_argument("group", help="its slug")
        self._person(member)
        member.add_argument("street")
        member.add_argument("--coordinator", action="store_true")
        member.add_argument("--anyway", action="store_true", help="the street is right, though the area says otherwise")
        members = verbs.add_parser("import-members", help="take over a list of members: CSV, or contacts (vCard)")
        members.add_argument("group", help="its slug")
        members.add_argument("file", type=Path)
        members.add_argument("--by", default="", help="the mail address of who brings the list; named in the questions")
        members.add_argument("--ask", action="store_true", help="send the questions; without it they wait")
        authorise = verbs.add_parser("authorise", help="record the organisation's right to ask for the national number")
        authorise.add_argument("group", help="its slug")
        authorise.add_argument("reference", help="of the authorisation; empty to take it away")
        role = verbs.add_parser("role", help="an officer, official or auditor of an organisation")
        role.add_argument("organisation", help="its slug")
        self._person(role)
        role.add_argument("role", choices=OrganisationRole.Role.values)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(getattr(self, options["verb"].replace("-", "_"))(options))
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"This file cannot be read: {error.strerror}.") from error
        except (Organisation.DoesNotExist, WatchGroup.DoesNotExist, Area.DoesNotExist, Person.DoesNotExist) as error:
            raise CommandError(f"{error} Look at the spelling.") from error

    def organisation(self, options: dict[str, Any]) -> str:
        fields = ("kind", "language", "time_zone", "police_name", "police_mailbox", "police_code_mailbox")
        made = services.create_organisation(name=options["name"], **{field: options[field] for field in fields})
        return f"Organisation {made.slug} is there."

    def group(self, options: dict[str, Any]) -> str:
        organisation = Organisation.objects.get(slug=options["organisation"])
        area = Area.objects.get(code=options["area"]) if options["area"] else None
        check_needed(options["needed"], PRESETS[options["preset"]])
        made = services.create_group(
            organisation,
            name=options["name"],
            preset=options["preset"],
            area=area,
            status=options["status"],
            needed_members=options["needed"],
        )
        return f"Group {made.slug} is there."

    def list(self, options: dict[str, Any]) -> str:
        organisations = Organisation.objects.all()
        if options["organisation"]:
            organisations = organisations.filter(pk=Organisation.objects.get(slug=options["organisation"]).pk)
        groups = WatchGroup.objects.filter(organisation__in=organisations).select_related("organisation")
        lines = [
            f"{group.organisation.slug}\t{group.slug}\t{group.status}\t{group.preset}\t{members_of(group).count()}"
            for group in groups.order_by("organisation__slug", "slug")
        ]
        return "\n".join(lines) or "There are no groups yet."

    def member(self, options: dict[str, Any]) -> str:
        group = WatchGroup.objects.select_related("organisation", "area").get(slug=options["group"])
        if options["coordinator"] and not options["anyway"] and (doubt := doubt_about(group, options["street"])):
            raise CommandError(f"{doubt} With --anyway it is believed.")
        membership = services.add_member(group, _person(options), street=options["street"], welcomed_at=None)
        if options["coordinator"]:
            membership = services.appoint_coordinator(membership)
        return f"{Membership.Role(membership.role).value.capitalize()} of {group.slug}; may sign in with that address."

    def import_members(self, options: dict[str, Any]) -> str:
        group = WatchGroup.objects.select_related("organisation", "area").get(slug=options["group"])
        by = Person.objects.get(email=options["by"].strip().lower()) if options["by"] else None
        return "\n".join(take_over(group, options["file"].read_bytes(), by=by, ask=options["ask"]))

    def authorise(self, options: dict[str, Any]) -> str:
        group = WatchGroup.objects.get(slug=options["group"])
        if group.policy.country != "be" or group.policy.vetting != Vetting.POLICE:
            raise CommandError("Only a Belgian group whose police check who joins may ask for the national number.")
        recorded = {"national_number_authorisation": options["reference"].strip()}
        services.change_settings(group, group.overrides | recorded)
        return f"Recorded for {group.slug}." if options["reference"].strip() else f"Taken away from {group.slug}."

    def role(self, options: dict[str, Any]) -> str:
        organisation = Organisation.objects.get(slug=options["organisation"])
        given = services.give_role(organisation, _person(options), options["role"])
        return f"{given.role.capitalize()} of {organisation.slug}; may sign in with that address."

    @staticmethod
    def _person(parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("first_name")
        parser.add_argument("--family-name", default="")


def _person(options: dict[str, Any]) -> Person:
    """The person with this address; made when there is none yet."""
    known = Person.objects.filter(email=options["email"].strip().lower()).first()
    return known or create_person(
        email=options["email"], first_name=options["first_name"], family_name=options["family_name"]
    )
