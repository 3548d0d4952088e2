# SPDX-License-Identifier: EUPL-1.2
"""The steps in words: what was or will be done, by whom, and how long that usually takes."""

from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.steps import Step


def title_of(step: Step, *, is_done: bool) -> str:
    """A step as a line of the list."""
    done, to_do = {
        Step.EMAIL: (_("Your mail address is confirmed"), _("Confirm your mail address")),
        Step.PHONE: (_("Your phone number is confirmed"), _("Confirm your phone number")),
        Step.SIGN: (_("You agreed to the rules"), _("Read the rules and say yes")),
        Step.GUARDIAN: (_("Your parent signed"), _("Your parent signs with you")),
        Step.RESIDENCE: (_("Your address is checked"), _("Show that you live or work there")),
        Step.POLICE: (_("The police agree"), _("The police check whether you can join")),
        Step.PLACE: (_("There is a place for you"), _("A place comes free")),
        Step.GATE: (_("Workshop or starter pack done"), _("Workshop or starter pack")),
        Step.ADMISSION: (_("The coordinator let you in"), _("The coordinator lets you in")),
    }[step]
    return done if is_done else to_do


def doer_of(step: Step, application: Application, coordinators: str) -> str:
    """Who does this step: a name, or what they are."""
    police = application.group.organisation.police_name or _("the police")
    others = {
        Step.GUARDIAN: application.guardian_name or _("your parent"),
        Step.POLICE: police,
        Step.PLACE: "",
        Step.ADMISSION: coordinators or _("the coordinator"),
    }
    return others.get(step, _("you"))


def usual_time(step: Step) -> str:
    """How long a step usually takes."""
    return {
        Step.EMAIL: _("1 minute"),
        Step.PHONE: _("1 minute"),
        Step.SIGN: _("2 minutes"),
        Step.GUARDIAN: _("usually within 2 days"),
        Step.RESIDENCE: _("usually within a week"),
        Step.POLICE: _("usually within 2 weeks"),
        Step.PLACE: _("nobody knows how long"),
        Step.GATE: _("15 minutes"),
        Step.ADMISSION: _("usually within 2 days"),
    }[step]
