# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable

from django import template
from django.conf import settings
from django.template.context import Context

from buurtwacht.live import tokens
from buurtwacht.live.queries import place_of_a_fresh_page

register = template.Library()


@register.inclusion_tag("live/_stream.html", takes_context=True)
def live_stream(context: Context, topics: Iterable[str]) -> dict[str, object]:
    """Keep this page up to date with these topics. The view decided that the person may hear them.

    Elements with `data-live-list="<topic>"` get new entries on top; any element with an id can be replaced.
    """
    chosen = list(topics)
    person = context["request"].user
    return {
        "address": f"{settings.LIVE_URL}/live",
        "token": tokens.stream_token(person.pk, chosen),
        "topics": tokens.topics_token(person.pk, chosen),
        "after": place_of_a_fresh_page(),
    }
