# SPDX-License-Identifier: EUPL-1.2
"""Whom our turn in a conversation concerns, and its words."""
