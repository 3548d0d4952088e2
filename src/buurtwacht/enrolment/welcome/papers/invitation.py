# SPDX-License-Identifier: EUPL-1.2
"""The letter through the door and the poster: who invites, what the group is for, the square and the code."""

from django.utils.translation import gettext, override

from buurtwacht.enrolment.models import Invitation
from buurtwacht.enrolment.welcome.rules import shown_code
from buurtwacht.enrolment.welcome.words import goal_of, names_of
from buurtwacht.groups.naming import full_name
from buurtwacht.lib.pdf import pdf_from

from .codes import short_address, svg_of
from .place import TEMPLATES


def invitation_pdf(invitation: Invitation) -> bytes:
    """One sheet of A4, in the language of the organisation. A poster for a poster, else a letter."""
    is_poster = invitation.way == Invitation.Way.POSTER
    with override(invitation.group.organisation.language):
        return pdf_from(TEMPLATES / ("poster.typ" if is_poster else "letter.typ"), _words(invitation))


def _words(invitation: Invitation) -> dict[str, object]:
    group = invitation.group
    number = {"number": group.policy.emergency_number, "group": group.name}
    names = names_of(group)
    return {
        "language": group.organisation.language.partition("-")[0],
        "over": full_name(group),
        "title": gettext("Neighbours who watch out for each other"),
        "question": gettext("Will you join in %(group)s?") % number,
        "hello": gettext("Dear neighbour,"),
        "goal": goal_of(group),
        "how": [
            gettext("Do you see something suspicious? You call %(number)s. After that your neighbours know it at once.")
            % number,
            gettext("Your phone stays silent until something is really going on near you."),
            gettext("Neighbours see your first name and your street. Never your number."),
            gettext("It costs nothing. You can stop at any time."),
        ],
        "join": gettext("Join in three minutes"),
        "scan": gettext("Point the camera of your phone at the square."),
        "type": gettext("Or go to %(address)s and type this code:") % {"address": short_address()},
        "code": shown_code(invitation.code),
        "svg": svg_of(invitation),
        "greeting": gettext("Kind regards,"),
        "names": names,
        "role": gettext("on behalf of %(group)s") % number,
        "foot": gettext("Buurtwacht does not replace %(number)s. The police do not read along in the group.") % number,
    }
