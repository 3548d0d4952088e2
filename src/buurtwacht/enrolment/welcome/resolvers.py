# SPDX-License-Identifier: EUPL-1.2
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.enrolment.telling import notice_to
from buurtwacht.groups.models import Membership

from . import words

KIND = "enrolment.welcome"


@resolves(KIND)
def tell_the_new_member(intent: Intent) -> Resolved:
    """Only somebody who was in another group before has a device already; the others read their mail."""
    rows = Membership.objects.select_related("person", "group__organisation")
    membership = rows.filter(pk=intent.subject_id, left_at=None).first()
    if membership is None:
        return Resolved()
    group = membership.group
    return notice_to(
        intent,
        membership.person,
        group,
        path=words.welcome_path(group),
        words=lambda: (
            _("Welcome to %(group)s") % {"group": group.name},
            _("Open this once, and you are ready."),
        ),
    )
