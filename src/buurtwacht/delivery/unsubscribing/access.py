# SPDX-License-Identifier: EUPL-1.2
"""Who holds a letter may end letters to its reader, and nothing else."""

from django.utils.translation import gettext as _

from buurtwacht.channels.email.addresses import MAIL_OFF
from buurtwacht.delivery.models import Delivery
from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import subject_of
from buurtwacht.people.models import ContactPoint

MAIL = "email"


def reader_of(token: str) -> ContactPoint:
    """The address to which this letter went. The address with which somebody signs in is another matter."""
    subject = subject_of(MAIL_OFF, token)
    delivery = Delivery.objects.filter(pk=subject, channel=MAIL).first() if subject else None
    points = ContactPoint.objects.select_related("person").filter(channel=MAIL)
    point = points.filter(pk=delivery.contact_point_id).first() if delivery else None
    if point is None:
        raise NotFound(_("This link no longer works. Sign in to choose how we reach you."))
    return point
