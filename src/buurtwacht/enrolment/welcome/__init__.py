# SPDX-License-Identifier: EUPL-1.2
"""Invitations, the gate before joining, and the first minutes of a member."""
