# SPDX-License-Identifier: EUPL-1.2
"""The public pages of an organisation: what it is, where the groups are, and how to join or start one."""
