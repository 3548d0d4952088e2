# SPDX-License-Identifier: EUPL-1.2
"""What can be done in a neighbourhood, and what nobody may find there: see tests/test_moderation_in_any_order.py."""
