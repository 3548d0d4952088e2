# SPDX-License-Identifier: EUPL-1.2
"""Every setting that a group may change, in plain words: how it is called, what it means, and what there is to choose.

The order is that of the page on which a group changes its settings.
"""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from buurtwacht.policy import model

Words = str | Promise

# Title of each part of the page, and the settings in it.
PARTS: tuple[tuple[Words, tuple[str, ...]], ...] = (
    (
        _("When something happens"),
        (
            "raiser",
            "not_acute",
            "doubt",
            "doubt_minutes",
            "last_letter",
            "approach",
            "near_metres",
            "widen_minutes",
            "test_alarm",
            "silence_minutes",
            "silence_grace_minutes",
        ),
    ),
    (_("Photos and descriptions"), ("photo", "plate", "skin_colour")),
    (
        _("Who takes part"),
        (
            "member_types",
            "minimum_age",
            "parents_may_sign",
            "most_members",
            "most_groups_per_person",
            "vetting",
            "acceptance",
            "gate",
            "admission",
            "removal",
            "national_number_authorisation",
        ),
    ),
    (
        _("Police and municipality"),
        ("police_access", "dossier", "outcome", "outcome_days", "steering_group", "municipality"),
    ),
    (
        _("Telephone numbers and addresses"),
        (
            *("non_urgent_number", "anonymous_number", "online_report_url"),
            *("municipal_report_url", "municipal_number"),
        ),
    ),
)

# How each setting is called, and what it means.
SETTINGS: dict[str, tuple[Words, Words]] = {
    "raiser": (_("Who raises the alarm?"), _("A coordinator who comes first can stop a mistake, and costs time.")),
    "not_acute": (
        _("Which signs are no emergency here?"),
        _("Who chooses nothing else is shown other numbers first. One tap more, and it is an alarm. Danger always is."),
    ),
    "doubt": (_("May somebody who doubts tell the group first?"), _("Who is sure always calls the police first.")),
    "doubt_minutes": (
        _("How many minutes may doubt last?"),
        _("After that the neighbour calls, or says it was nothing."),
    ),
    "last_letter": (_("What does the R of SAAR stand for?"), _("It is the last step that members see.")),
    "approach": (_("May neighbours speak to somebody?"), _("Members read this advice after each report.")),
    "near_metres": (
        _("Does an alarm go first to who lives near? Within how many metres?"),
        _("0: everybody is told at once. That is best for most groups."),
    ),
    "widen_minutes": (
        _("After how many minutes does it go to who lives twice as far?"),
        _("Each time again, while the report is open. Who lives far is then woken less often."),
    ),
    "test_alarm": (
        _("Does the group test its telephones each month?"),
        _("On the first Saturday, by day. Whoever it does not reach gets help by mail."),
    ),
    "silence_minutes": (
        _("After how many quiet minutes do we ask whether it is over?"),
        _("The coordinators get this question."),
    ),
    "silence_grace_minutes": (
        _("And how many minutes later does the program close the report?"),
        _("So that an old alarm does not stay open."),
    ),
    "photo": (
        _("Where may a photo go?"),
        _("Words are often enough. A coordinator looks first, and makes people in it unrecognisable."),
    ),
    "plate": (_("Where may a number plate go?"), _("Nobody can search for plates, whatever you choose.")),
    "skin_colour": (
        _("May a description mention skin colour?"),
        _("Origin never counts as a sign. Behaviour always comes first."),
    ),
    "member_types": (_("Who may join?"), _("Choose at least one.")),
    "minimum_age": (_("From which age?"), _("In years. We never keep a date of birth.")),
    "parents_may_sign": (
        _("May somebody younger join when a parent signs too?"),
        _("The parent gets a mail and signs for it."),
    ),
    "most_members": (
        _("How many members at most?"),
        _("Groups of 50 to 100 work best. At 90 % you get a hint to split the group."),
    ),
    "most_groups_per_person": (
        _("In how many groups may somebody take part?"),
        _("Who lives on a border may want two."),
    ),
    "vetting": (_("What is checked before somebody joins?"), _("We keep the result and its date, and nothing else.")),
    "acceptance": (_("How does somebody agree to the rules?"), _("We keep which text it was, and when.")),
    "gate": (_("Is there a course before joining?"), _("A course takes away fear and mistakes.")),
    "admission": (_("Who lets a new member in?"), _("Only after everything else has been done.")),
    "removal": (_("Who may remove a member?"), _("The member hears why, and can object.")),
    "national_number_authorisation": (
        _("Reference of your authorisation for the national number"),
        _("Empty: the number is never asked. Only for a police zone with an authorisation of its own."),
    ),
    "police_access": (_("What can the police open?"), _("Never a live report. Members can see what you choose here.")),
    "dossier": (
        _("When does a dossier go to the police?"),
        _("A coordinator reads it first and takes out what must go."),
    ),
    "outcome": (_("Do members hear what came of it?"), _("Who hears how it ended, keeps looking out.")),
    "outcome_days": (_("Within how many days?"), _("Then the officer is asked for the outcome.")),
    "steering_group": (
        _("Is there a steering group?"),
        _("Coordinators of several groups, with the police and the municipality."),
    ),
    "municipality": (_("What does the municipality do?"), _("An official never reads reports or names.")),
    "non_urgent_number": (_("Police, no emergency"), _("Leave it empty when there is none.")),
    "anonymous_number": (_("Number for an anonymous tip"), _("Leave it empty when there is none.")),
    "online_report_url": (_("Where can people report a crime online?"), _("The whole address of the page.")),
    "municipal_report_url": (
        _("Where does the municipality take reports about loose tiles or rubbish?"),
        _("The whole address of the page. Who writes about such things, gets this link."),
    ),
    "municipal_number": (_("Number of the municipality for such reports"), _("Leave it empty when there is none.")),
}

_PAIRS: tuple[tuple[StrEnum, Words], ...] = (
    (model.Raiser.MEMBER, _("Each member")),
    (model.Raiser.COORDINATOR, _("The coordinator")),
    (model.Sign.WANDERS, _("Walks back and forth")),
    (model.Sign.LOOKS_AROUND, _("Keeps looking around")),
    (model.Sign.LOOKS_INSIDE, _("Looks inside")),
    (model.Sign.TAKES_PHOTOS, _("Takes photos")),
    (model.Sign.AVOIDS_LIGHT, _("Avoids light")),
    (model.Sign.FOCUSED, _("Stares at one house")),
    (model.Sign.COVERS_FACE, _("Covers the face")),
    (model.Sign.HIDES, _("Hides in the dark")),
    (model.Sign.COUNTS_HOMES, _("Counts homes")),
    (model.Sign.STRANGE_STORY, _("Strange story")),
    (model.Sign.ILLOGICAL_ROUTE, _("Walks an odd route")),
    (model.Sign.VANDALISM, _("Breaks things")),
    (model.Doubt.OFF, _("No: call first, or do not report")),
    (model.Doubt.COORDINATOR_FIRST, _("Yes, the coordinator first")),
    (model.Doubt.WHOLE_GROUP, _("Yes, the whole group")),
    (model.Letter.REACT, _("React")),
    (model.Letter.REGISTER, _("Register")),
    (model.Letter.REACT_AND_REGISTER, _("React and register")),
    (model.Letter.REACT_THEN_REGISTER, _("React now, register at the end")),
    (model.TestAlarm.OFF, _("No")),
    (model.TestAlarm.SILENT, _("Yes, without a sound")),
    (model.TestAlarm.LOUD, _("Yes, with the sound of an alarm")),
    (model.Approach.IF_SAFE, _("Yes, if it is safe")),
    (model.Approach.AT_LEAST_TWO, _("Yes, with at least two")),
    (model.Approach.FRIENDLY_QUESTION, _("Yes, with a friendly question")),
    (model.Approach.ASK_FOR_COMPANY, _("Yes, if it is safe; ask somebody to come along")),
    (model.Approach.IF_SAFE_AT_LEAST_TWO, _("Yes, if it is safe, with at least two")),
    (model.Approach.REGISTER_ONLY, _("No: only register")),
    (model.Approach.VISIBLE_FROM_HOME, _("No: be seen at your window")),
    (model.PhotoRule.GROUP, _("To the group, for the description; a coordinator looks first")),
    (model.PhotoRule.GROUP_IF_OF_VALUE, _("To the group, if it says more than words; a coordinator looks first")),
    (model.PhotoRule.COORDINATOR_RELEASES, _("To the group, after a coordinator has looked")),
    (model.PhotoRule.POLICE_ONLY, _("To the police only")),
    (model.PhotoRule.NEVER, _("Nowhere: no photos")),
    (model.PlateRule.GROUP, _("To the group")),
    (model.PlateRule.POLICE_ONLY, _("To the police only")),
    (model.PlateRule.NEVER, _("Nowhere: no plates")),
    (model.SkinColour.OFF, _("No")),
    (model.SkinColour.AFTER_TWO_TRAITS, _("Yes, after behaviour and two other traits")),
    (model.MemberType.LIVES, _("Who lives there")),
    (model.MemberType.BUSINESS, _("Who has a business there")),
    (model.MemberType.WORKS, _("Who works there")),
    (model.Vetting.NONE, _("Nothing")),
    (model.Vetting.ADDRESS, _("That they live where they say")),
    (model.Vetting.POLICE, _("The police say yes or no")),
    (model.Vetting.COORDINATOR_ONLY, _("The police look at coordinators only")),
    (model.Acceptance.SIGNED_DECLARATION, _("By signing a declaration")),
    (model.Acceptance.BY_SIGNING_UP, _("By signing up")),
    (model.Acceptance.TICK_BOX, _("By ticking a box")),
    (model.Acceptance.E_SIGNATURE, _("By signing on the screen")),
    (model.Acceptance.CHARTER, _("By signing the charter")),
    (model.Gate.NONE, _("No")),
    (model.Gate.RECOMMENDED, _("A workshop is recommended")),
    (model.Gate.COURSE_RECOMMENDED, _("A short course is recommended")),
    (model.Gate.REQUIRED_OR_STARTER_PACK, _("A workshop, or else the starter pack")),
    (model.Admission.AUTOMATIC, _("Nobody: it goes by itself")),
    (model.Admission.COORDINATOR, _("The coordinator")),
    (model.Removal.ADMINISTRATORS, _("The coordinators")),
    (model.Removal.ADMINISTRATORS_TOGETHER, _("The coordinators together")),
    (model.Removal.ADMINISTRATOR, _("One coordinator")),
    (model.Removal.MUNICIPALITY, _("The municipality")),
    (model.Removal.TWO_PEOPLE_AND_APPEAL, _("Two people, and the member can appeal")),
    (model.Removal.CIRCULAR_LADDER, _("The steps of the circular of 2019")),
    (model.PoliceAccess.VETTING, _("Applications, to say yes or no")),
    (model.PoliceAccess.STEERING_GROUP, _("The steering group")),
    (model.PoliceAccess.DOSSIER, _("A dossier that was handed over")),
    (model.DossierRule.ON_REQUEST, _("When the police ask for it")),
    (model.DossierRule.ALWAYS_AFTER_CLOSING, _("Always, when a report closes")),
    (model.DossierRule.AFTER_CLOSING_CONFIRMED, _("When a report closes and the coordinator says so")),
    (model.OutcomeRule.NO, _("No")),
    (model.OutcomeRule.YES, _("Yes, when it is known")),
    (model.OutcomeRule.ALWAYS, _("Yes, always")),
    (model.OutcomeRule.EXERCISES, _("Only after an exercise")),
    (model.OutcomeRule.DUE_IN_DAYS, _("Yes, within a number of days")),
    (model.MunicipalRole.SUPPORTS, _("It supports")),
    (model.MunicipalRole.ADVISES, _("It advises, and does not lead")),
    (model.MunicipalRole.FIRST_SUPPORTER, _("It is the first supporter")),
    (model.MunicipalRole.TECHNICAL_MANAGEMENT, _("It manages the settings")),
    (model.MunicipalRole.FACILITATES, _("It makes things possible")),
    (model.MunicipalRole.SIGNS_CHARTER, _("It signs the charter")),
)
# By kind and value: “off” means one thing for doubt and another for a description.
CHOICES: dict[tuple[type[StrEnum], str], Words] = {(type(choice), choice.value): words for choice, words in _PAIRS}

# What each preset is, for who chooses one.
PRESETS: dict[str, tuple[Words, Words]] = {
    "nl": (_("The Netherlands, our advice"), _("Photos to the police only, an address check, up to 150 members.")),
    "nl-ede": (_("As in Ede"), _("A workshop or starter pack before joining, and a steering group.")),
    "nl-binnenbijster": (_("As in De Binnenbijster"), _("Light: who signs up agrees. A dossier after each report.")),
    "be": (_("Belgium, our advice"), _("Photos and plates to the police only, an address check, a signature.")),
    "be-bin": (_("Neighbourhood information network (BIN)"), _("The circular of 2019: coordinators raise the alarm.")),
    "be-politiezone": (_("As in a police zone"), _("The police check each applicant, and a declaration is signed.")),
    "be-lanaken": (_("As in Lanaken"), _("The municipality manages the settings and the members.")),
    "be-gemeente": (_("As in a Flemish municipality"), _("Neighbours do it themselves; the municipality advises.")),
}  # fmt: skip


def said(value: object) -> Words:
    """A value of a setting in words: one of the choices, yes or no, or what was filled in."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, tuple):
        return ", ".join(str(said(one)) for one in value) or _("Nothing")
    if isinstance(value, StrEnum):
        return CHOICES[type(value), value.value]
    return str(value) or _("Not filled in")
