# SPDX-License-Identifier: EUPL-1.2
"""Proof of reach: once a month a group finds out whose telephone would stay silent in the night that counts."""
