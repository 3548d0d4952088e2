# SPDX-License-Identifier: EUPL-1.2
"""SMPP 3.4: one connection over which text messages go out and come in (Short Message Peer-to-Peer Protocol, 1999).

The bytes of `submit_sm` and `deliver_sm` are made and read by `smpp34`. The connection is ours, because a message
that comes in may only be answered when it is on disk; the connection of that library answers by itself.
"""
