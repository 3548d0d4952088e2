# SPDX-License-Identifier: EUPL-1.2
from django.db.models import Exists, OuterRef, QuerySet

from buurtwacht.groups.models import Organisation, OrganisationRole


def organisations_with_police() -> QuerySet[Organisation]:
    """Those where an officer can sign in, and a mailbox to tell them that somebody waits."""
    officers = OrganisationRole.objects.filter(organisation=OuterRef("pk"), role=OrganisationRole.Role.OFFICER)
    return Organisation.objects.filter(Exists(officers)).exclude(police_mailbox="")
