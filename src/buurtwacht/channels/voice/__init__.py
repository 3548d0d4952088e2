# SPDX-License-Identifier: EUPL-1.2
"""Calls that say an alarm aloud, for who has no screen at hand or sleeps through one."""
