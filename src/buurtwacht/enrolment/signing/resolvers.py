# SPDX-License-Identifier: EUPL-1.2
"""Who hears that the rules changed."""

from django.db.models import Q
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.notices import Notice, told

from .queries import members_to_ask_again
from .services.again import CHANGED


@resolves(CHANGED)
def tell_that_rules_changed(intent: Intent) -> Resolved:
    """Members who agreed to something that reads differently now."""
    group = WatchGroup.objects.select_related("organisation").filter(pk=intent.subject_id).first()
    if group is None:
        return Resolved()
    path = f"/mijn/afspraken/{group.slug}/"
    return told(
        intent,
        group,
        Q(person__in=members_to_ask_again(group)),
        lambda: Notice(
            title=_("The rules of your group have changed"),
            body=_("Read what is different and say whether you agree. You keep getting alerts."),
            path=path,
        ),
    )
