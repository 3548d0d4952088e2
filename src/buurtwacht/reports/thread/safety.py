# SPDX-License-Identifier: EUPL-1.2
"""One safe sentence for neighbours, as the policy of the group has it (R110, C18)."""

from django.utils.translation import gettext as _

from buurtwacht.policy.model import Approach, Policy


def safety_note(policy: Policy) -> str:
    """What a neighbour can do now without danger. Nobody follows, nobody stops anybody, in any group."""
    stay = _("Stay inside. Turn the light on. Follow nobody.")
    return {
        Approach.IF_SAFE: _("Turn the light on. Speak to somebody only if it is safe. Follow nobody."),
        Approach.FRIENDLY_QUESTION: _(
            "Turn the light on. Ask kindly whether somebody is lost, if it is safe. Follow nobody."
        ),
        Approach.AT_LEAST_TWO: _(
            "Turn the light on. Never go alone: at least two, and only if it is safe. Follow nobody."
        ),
        Approach.REGISTER_ONLY: _("Stay inside. Watch, and write down what you see. Speak to nobody."),
        Approach.VISIBLE_FROM_HOME: _(
            "Stay inside. Turn the light on, so that people see you are home. Follow nobody."
        ),
    }.get(policy.approach, stay)
