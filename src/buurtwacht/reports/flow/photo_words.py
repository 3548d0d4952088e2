# SPDX-License-Identifier: EUPL-1.2
"""What the screen says about a photo, by policy (C8)."""

from django.utils.translation import gettext as _

from buurtwacht.policy.model import PhotoRule


def photo_note(rule: PhotoRule) -> str:
    """One line that says where a photo goes."""
    return {
        PhotoRule.NEVER: _("This group works without photos."),
        PhotoRule.POLICE_ONLY: _("A photo goes to the police only."),
    }.get(rule, _("A photo goes to your coordinator first."))


def photo_link(rule: PhotoRule) -> str:
    """The words of the link that opens the photo's fields."""
    if rule is PhotoRule.POLICE_ONLY:
        return _("Add a photo, for the police only")
    return _("Add a photo, for the coordinator to look at first")
