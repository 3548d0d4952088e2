# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.outreach.models import RightsRequest


def held(request: RightsRequest) -> RightsRequest:
    """The request as it is now, held until the transaction ends."""
    rows = RightsRequest.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=request.pk)
