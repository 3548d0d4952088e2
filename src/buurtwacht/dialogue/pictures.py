# SPDX-License-Identifier: EUPL-1.2
"""Photos that come along with words: cleaned like those of the site, and kept with the draft until it is shared."""

import io

from PIL import Image

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.inbound import Heard, Media
from buurtwacht.channels.registry import channels
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.model import Policy
from buurtwacht.reports.photos import TakenPhoto, audience_under, take_photo

from .models import Conversation


def photo_in(event: Heard, kind: str, conversation: Conversation, group: WatchGroup) -> tuple[bool, str]:
    """Take in the first photo. Whether there is one, and what was wrong with it in a sentence."""
    media = next((one for one in event.media if one.kind == "photo"), None)
    if media is None:
        return False, ""
    try:
        content = _bytes_of(media, kind)
        taken = take_photo(io.BytesIO(content), len(content), event.text.strip() or "-", group.policy)
    except DomainError as refusal:
        return False, str(refusal)
    conversation.photo = taken.jpeg
    return True, ""


def photo_of(conversation: Conversation, policy: Policy) -> TakenPhoto | None:
    """The photo that waits with the draft, for whom the policy has it now; still without words."""
    if not conversation.photo:
        return None
    jpeg = bytes(conversation.photo)
    with Image.open(io.BytesIO(jpeg)) as image:
        width, height = image.size
    return TakenPhoto(jpeg, width, height, "", audience_under(policy))


def _bytes_of(media: Media, kind: str) -> bytes:
    channel = channels().get(kind)
    if media.content or channel is None or channel.receiver is None:
        return media.content
    try:
        return channel.receiver().fetch(media)
    except DeliveryFailed:
        return b""
