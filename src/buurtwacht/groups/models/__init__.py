# SPDX-License-Identifier: EUPL-1.2
from .group import PolicyVersion, StreetRange, WatchGroup
from .hints import HintCount
from .info import InfoNote, InfoTold
from .life import DeputyTurn, GroupNote, GroupStep, GroupTransfer
from .membership import Membership
from .organisation import Organisation, OrganisationRole
from .proposal import GroupProposal
from .rooms import ChatRoom, RoomCode

__all__ = [
    "ChatRoom",
    "DeputyTurn",
    "GroupNote",
    "GroupProposal",
    "GroupStep",
    "GroupTransfer",
    "HintCount",
    "InfoNote",
    "InfoTold",
    "Membership",
    "Organisation",
    "OrganisationRole",
    "PolicyVersion",
    "RoomCode",
    "StreetRange",
    "WatchGroup",
]
