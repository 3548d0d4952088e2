# SPDX-License-Identifier: EUPL-1.2
"""What each field of the form is for (R073), in one or two sentences beside it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PURPOSES: dict[str, str | Promise] = {
    "postcode": _("To see which group your house belongs to, and to send you a letter where the group does that."),
    "house_number": _("To see which group your house belongs to. Only the coordinator sees it, after you are let in."),
    "street": _("Neighbours see it beside your first name, so that they know who tells something."),
    "street_is_right": _("Our list of streets may be incomplete. Then the check of your address tells."),
    "town": _("Some street names exist in more than one town."),
    "first_name": _("Neighbours see it beside your street, and nothing more."),
    "family_name": _("To check who you are. After that only the coordinator sees it."),
    "email": _("To confirm your application, and to sign in later. Neighbours never see it."),
    "phone": _("Only for the coordinator, when something is wrong. Neighbours never see your number."),
    "kind": _("So that the group knows who is there by day and who by night."),
    "is_adult": _("Because the rules of the group say so. We do not ask your date of birth."),
    "age": _("Who is younger takes part together with a parent. We do not ask your date of birth."),
    "guardian_name": _("Your parent signs with you, and gets a mail for that."),
    "guardian_email": _("The link to sign goes there. We use it for nothing else."),
    "serves": _("So that the group knows that you may have to keep things to yourself. It gives no extra rights."),
    "wants_to_coordinate": _("The group still looks for somebody who guides it. You can change your mind."),
    "national_number": _(
        "Only the police see it, to check who you are. It is deleted as soon as they have answered yes or no."
    ),
    "agreed_to_transfer": _("Without this the police cannot check, and you cannot take part in this group."),
}
