# SPDX-License-Identifier: EUPL-1.2
"""Figures of a group per month: how much noise there was, what was nudged and decided. Counts, never who."""
