# SPDX-License-Identifier: EUPL-1.2
"""Telegram, through a bot: to one person, or once to a group. Free; not end-to-end encrypted, and users are told so."""
