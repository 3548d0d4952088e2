# SPDX-License-Identifier: EUPL-1.2
"""How often, how long, and when a question may be asked. No database."""

from datetime import timedelta

from django.utils.translation import gettext as _

from buurtwacht.outreach.models import MemberQuestion

MOST_A_DAY = 3  # our choice: who has more to ask than that rather rings
DAY = timedelta(days=1)
KEPT_FOR = timedelta(days=90)  # after it was asked
ANSWER_WITHIN = timedelta(days=3)


def refusal_to_ask(*, coordinates: bool, is_coordinated: bool, asked_today: int) -> str | None:
    """Why this person cannot ask the coordinators now, or `None`."""
    if coordinates:
        return _("You coordinate this group yourself today. Questions of others are on your desk.")
    if not is_coordinated:
        return _("Nobody coordinates this group now. Ask the organisation behind the group, by the contact page.")
    if asked_today >= MOST_A_DAY:
        return _("You asked %(most)s questions today. Tomorrow you can ask more.") % {"most": MOST_A_DAY}
    return None


def refusal_to_ask_more(question: MemberQuestion, *, has_followed: bool) -> str | None:
    """Why nothing more can be asked after this question, or `None`. After one more it ends: this is no chat."""
    if not question.answered_at:
        return _("Your coordinator has not answered yet. Then you can ask one thing more.")
    if question.follows_id or has_followed:
        return _("This is answered and closed. Do you have another question? Ask it as a new one.")
    return None
