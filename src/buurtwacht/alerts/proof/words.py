# SPDX-License-Identifier: EUPL-1.2
"""What members read of a test, and what they read when it missed them."""

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.alerts.messages import Words
from buurtwacht.channels.base import Gist
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.clock import clock


def words_of_test(group: WatchGroup, *, is_loud: bool) -> Words:
    """It says with its first word that it is a test."""
    name = {"group": group.name}
    story = _("This tests the phones of %(group)s. You need not do anything: your phone lets us know.") % name
    if is_loud:
        story = _("This tests the phones of %(group)s, with sound. Tap Seen: then you know that it works.") % name
    gist = Gist(kind="test", when=clock(timezone.now(), group.tz), group=group.name)
    return Words(title=_("Test. Nothing is wrong"), story=story, gist=gist)


def words_for_the_missed(group: WatchGroup) -> Words:
    """Help, in a mail: their telephone is what does not work."""
    words = _("We tested the phones of %(group)s, and yours did not show it. Mostly two minutes are enough to mend it.")
    return Words(title=_("Your phone did not show our test"), story=words % {"group": group.name})
