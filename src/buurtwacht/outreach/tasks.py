# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from buurtwacht.groups.models import WatchGroup

from .link_check import check_links
from .services.starting import drop_idea, is_proposal

AFTER = timedelta(days=7)


@app.periodic(cron="20 4 * * *")
@app.task(name="outreach.drop_ideas", queueing_lock="outreach.drop_ideas", pass_context=False)
def drop_ideas(timestamp: int) -> None:
    """Ideas from the site to which nobody put their name within a week."""
    drop_forgotten_ideas()


@app.periodic(cron="50 4 * * 1")  # on Monday, so that somebody is there to put it right
@app.task(name="outreach.check_links", queueing_lock="outreach.check_links", pass_context=False)
def look_at_links(timestamp: int) -> None:
    check_links()


def drop_forgotten_ideas() -> int:
    """Returns how many went. An idea that an official wrote down stays."""
    before = timezone.now() - AFTER
    ideas = WatchGroup.objects.filter(status=WatchGroup.Status.IDEA, created_at__lt=before, applications=None)
    forgotten = [group for group in ideas if is_proposal(group)]
    for group in forgotten:
        drop_idea(group)
    return len(forgotten)
