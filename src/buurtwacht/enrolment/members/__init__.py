# SPDX-License-Identifier: EUPL-1.2
"""The list of members: who sees it, members without a smartphone, and taking over a list from before."""
