# SPDX-License-Identifier: EUPL-1.2
"""Signal, to a group: one message for all who are in it."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.channels.plain import text_of
from buurtwacht.lib.errors import DomainError

from .channel import PER_SECOND, quoted
from .daemon import Daemon, inner
from .names import group_named
from .outcomes import UserError, outcome_of


class SignalGroupChannel(Daemon):
    """What is said in the group comes in with what persons say."""

    kind = "signal_group"
    label = gettext_lazy("Signal group")
    reaches = "room"
    heard_by = "signal"
    per_second = PER_SECOND

    def normalise(self, address: str) -> str:
        return group_named(address)

    def how_to_attach(self) -> str:
        if settings.SIGNAL_ACCOUNT:
            return _("Add %(number)s to your Signal group.") % {"number": settings.SIGNAL_ACCOUNT}
        return _("Add the number of this installation to your Signal group. Whoever looks after it knows that number.")

    async def leave_room(self, address: str) -> bool:
        daemon = Daemon()
        try:
            return "error" not in await daemon.rpc("quitGroup", groupId=address)
        finally:
            await daemon.close()

    async def send(self, message: Message, address: str) -> Receipt:
        try:
            group = group_named(address)
        except DomainError as error:
            raise DeliveryFailed("not an address", permanent=True) from error
        try:
            return outcome_of(await self.rpc("send", groupId=group, message=text_of(message), **quoted(message)))
        except UserError:
            if not await self._are_in(group):
                raise DeliveryFailed("the group is closed to us", permanent=True, gone=True) from None
            raise

    async def _are_in(self, group: str) -> bool:
        """Only a list of groups without this one proves that it is gone."""
        groups = (await self.rpc("listGroups")).get("result")
        if not isinstance(groups, list):
            return True
        return any(inner(one, "id") == group and inner(one, "isMember") is not False for one in groups)
