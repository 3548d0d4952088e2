# SPDX-License-Identifier: EUPL-1.2
"""The hub: one process that keeps the open screens and tells them what happens. No web framework.

A tour, in the order of an event: `feed` hears PostgreSQL ring and reads the event; `frames` turns it into bytes,
once; `memory` keeps it for who comes back; `board` writes it to every stream of the topic, in a plain loop. And in
the order of a screen: `connection` reads its request, `routes` finds what it asks, `joining` checks its token,
replays what it missed and lets it go live without a hole or a double; `sweep` keeps it warm. `intake` takes receipts.

Many hubs may run, on one port (SO_REUSEPORT) or on many machines: each hears everything from PostgreSQL.
"""
