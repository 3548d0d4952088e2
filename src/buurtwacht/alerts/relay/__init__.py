# SPDX-License-Identifier: EUPL-1.2
"""Passing a report on to neighbouring groups: from coordinator to coordinator, logged, and never by a member (R020)."""
