# SPDX-License-Identifier: EUPL-1.2
"""What the program allows in one group: values, not code. The only place where towns and countries differ."""

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """May somebody share before calling, when in doubt? (C3)"""

    OFF = "off"
    COORDINATOR_FIRST = "coordinator_first"
    WHOLE_GROUP = "whole_group"


class Letter(StrEnum):
    """What the last letter of SAAR stands for (C2)."""

    REACT = "react"
    REGISTER = "register"
    REACT_AND_REGISTER = "react_and_register"
    REACT_THEN_REGISTER = "react_then_register"  # react now, register on closing


class Raiser(StrEnum):
    """Who raises the alarm (C16, circular of 2019)."""

    MEMBER = "member"
    COORDINATOR = "coordinator"


class Sign(StrEnum):
    """The signs of behaviour of which a group may say that they are no emergency (C19, R103).

    Codes of `reports.models.Behaviour`, which this room may not know. Left out, so that no group can choose them:
    violence and a missing person (somebody may be in danger), tried doors and tools or loot (a burglary going on), and
    "something else", which says nothing by itself.
    """

    WANDERS = "wanders"
    LOOKS_AROUND = "looks_around"
    LOOKS_INSIDE = "looks_inside"
    TAKES_PHOTOS = "takes_photos"
    AVOIDS_LIGHT = "avoids_light"
    FOCUSED = "focused"
    COVERS_FACE = "covers_face"
    HIDES = "hides"
    COUNTS_HOMES = "counts_homes"
    STRANGE_STORY = "strange_story"
    ILLOGICAL_ROUTE = "illogical_route"
    VANDALISM = "vandalism"


class PhotoRule(StrEnum):
    """Where a photo may go (C8)."""

    GROUP = "group"
    GROUP_IF_OF_VALUE = "group_if_of_value"  # asks first whether words would do
    COORDINATOR_RELEASES = "coordinator_releases"
    POLICE_ONLY = "police_only"
    NEVER = "never"


class PlateRule(StrEnum):
    """Where a number plate may go (C8)."""

    GROUP = "group"
    POLICE_ONLY = "police_only"
    NEVER = "never"


class SkinColour(StrEnum):
    """May a description mention skin colour? (C9)"""

    OFF = "off"
    AFTER_TWO_TRAITS = "after_two_traits"  # after behaviour and two other traits


class Vetting(StrEnum):
    NONE = "none"
    ADDRESS = "address"
    POLICE = "police"
    COORDINATOR_ONLY = "coordinator_only"


class Acceptance(StrEnum):
    SIGNED_DECLARATION = "signed_declaration"
    BY_SIGNING_UP = "by_signing_up"
    TICK_BOX = "tick_box"
    E_SIGNATURE = "e_signature"
    CHARTER = "charter"


class MemberType(StrEnum):
    LIVES = "lives"
    BUSINESS = "business"
    WORKS = "works"


class Admission(StrEnum):
    """Who lets somebody in when everything else is done? (R043, R076)"""

    AUTOMATIC = "automatic"
    COORDINATOR = "coordinator"  # the coordinator adds each new member


class Gate(StrEnum):
    """Workshop or course before joining (R085)."""

    NONE = "none"
    RECOMMENDED = "recommended"
    COURSE_RECOMMENDED = "course_recommended"
    REQUIRED_OR_STARTER_PACK = "required_or_starter_pack"


class PoliceAccess(StrEnum):
    """What the police can open. Never a live group (C4)."""

    VETTING = "vetting"
    STEERING_GROUP = "steering_group"
    DOSSIER = "dossier"


class DossierRule(StrEnum):
    """When a dossier goes to the police (C17)."""

    ON_REQUEST = "on_request"
    ALWAYS_AFTER_CLOSING = "always_after_closing"
    AFTER_CLOSING_CONFIRMED = "after_closing_confirmed"


class OutcomeRule(StrEnum):
    """Is the outcome told to everyone who was alerted? (R154, R155)"""

    NO = "no"
    YES = "yes"
    ALWAYS = "always"
    EXERCISES = "exercises"
    DUE_IN_DAYS = "due_in_days"


class Approach(StrEnum):
    """May a neighbour speak to the person? (C18)"""

    IF_SAFE = "if_safe"
    AT_LEAST_TWO = "at_least_two"
    FRIENDLY_QUESTION = "friendly_question"
    ASK_FOR_COMPANY = "ask_for_company"  # if safe, and ask for company
    IF_SAFE_AT_LEAST_TWO = "if_safe_at_least_two"
    REGISTER_ONLY = "register_only"
    VISIBLE_FROM_HOME = "visible_from_home"


class Removal(StrEnum):
    """Who may remove a member (R147, R148)."""

    ADMINISTRATORS = "administrators"
    ADMINISTRATORS_TOGETHER = "administrators_together"
    ADMINISTRATOR = "administrator"
    MUNICIPALITY = "municipality"
    TWO_PEOPLE_AND_APPEAL = "two_people_and_appeal"
    CIRCULAR_LADDER = "circular_ladder"  # appeal within three weeks


class MunicipalRole(StrEnum):
    """What the municipality does (C5)."""

    SUPPORTS = "supports"
    ADVISES = "advises"
    FIRST_SUPPORTER = "first_supporter"
    TECHNICAL_MANAGEMENT = "technical_management"
    FACILITATES = "facilitates"
    SIGNS_CHARTER = "signs_charter"


class TestAlarm(StrEnum):
    """The monthly proof that telephones really show an alarm (Regel MAAT)."""

    __test__ = False  # no test of pytest's

    OFF = "off"
    SILENT = "silent"
    LOUD = "loud"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of one group. Rules read it; nothing else branches on a country.

    Each field has a line in docs/policies/, with the source that it comes from.
    """

    country: str  # "nl" or "be"
    emergency_number: str
    fire_and_ambulance_number: str = "112"
    non_urgent_number: str  # empty where each police zone has its own
    anonymous_number: str  # empty where there is none
    online_report_url: str
    municipal_report_url: str = ""  # where tiles and rubbish are reported (R139); each municipality has its own
    municipal_number: str = ""
    last_letter: Letter
    doubt: Doubt = Doubt.OFF
    doubt_minutes: int = 15
    raiser: Raiser = Raiser.MEMBER
    not_acute: tuple[Sign, ...] = ()  # go another way first, unless somebody says that it is about safety now (C19)
    photo: PhotoRule
    plate: PlateRule
    skin_colour: SkinColour
    vetting: Vetting
    acceptance: Acceptance
    minimum_age: int = 18
    parents_may_sign: bool = False
    member_types: tuple[MemberType, ...] = (MemberType.LIVES,)
    most_groups_per_person: int = 1
    national_number_authorisation: str = ""  # the reference of the organisation's own; empty: never asked (C11)
    gate: Gate
    admission: Admission
    most_members: int
    steering_group: bool
    police_access: tuple[PoliceAccess, ...] = ()
    dossier: DossierRule
    outcome: OutcomeRule
    outcome_days: int = 7
    approach: Approach
    removal: Removal
    municipality: MunicipalRole
    silence_minutes: int = 60  # after this long without news the coordinator is asked to close (R105, R119)
    silence_grace_minutes: int = 30  # after this much longer the program closes
    near_metres: int = 0  # an alarm goes first to who lives this near; 0: to everybody at once
    widen_minutes: int = 5  # and after as many minutes to who lives twice as far, and so on
    test_alarm: TestAlarm = TestAlarm.SILENT  # each month, on a Saturday by day

    @property
    def buddies_allowed(self) -> bool:
        """Only where speaking to somebody together is part of the rules (C18, R113).

        Never in Belgium, where going out to check together comes too near to patrolling (Act of 29 July 1934).
        """
        return self.country != "be" and self.approach in (
            Approach.AT_LEAST_TWO,
            Approach.ASK_FOR_COMPANY,
            Approach.IF_SAFE_AT_LEAST_TWO,
        )
