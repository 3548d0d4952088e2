# SPDX-License-Identifier: EUPL-1.2
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def local_words(number: str) -> dict[str, str]:
    """The few words that the script says by itself, when there is no network."""
    return {
        "located": _("Your place has been filled in."),
        "denied": _("Your phone does not give your place. Write the street."),
        "locating": _("Looking for your place …"),
        "yes": pgettext("still to be seen", "Yes"),
        "gone": _("Just gone"),
        "called": _("%(number)s called %(time)s") % {"number": number, "time": "{time}"},
    }
