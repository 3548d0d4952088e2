# SPDX-License-Identifier: EUPL-1.2
"""Where the applicant goes next. The parts of this room own their pages; here their names meet the steps."""

from django.urls import NoReverseMatch, reverse

from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.lib.links import link_token

PAGES = {
    Step.PHONE: "application_phone",
    Step.SIGN: "application_sign",
    Step.RESIDENCE: "application_residence",
    Step.GATE: "application_gate",
}


def page_of(application: Application) -> str:
    """The page that shows how far it is."""
    return reverse("application_status", args=[link_token(APPLICANT, application.pk)])


def page_for(application: Application, step: Step | None) -> str:
    """The page on which the applicant does this step; empty when somebody else does it."""
    return path_of(PAGES.get(step, "") if step else "", link_token(APPLICANT, application.pk))


def onward(application: Application) -> str:
    """What comes next for the applicant: the page of the next step, else the page of the application."""
    return page_for(application, step_of(application)) or page_of(application)


def path_of(name: str, *arguments: str) -> str:
    """The path of a page that another part or another room may or may not have; empty without one."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
