# SPDX-License-Identifier: EUPL-1.2
"""What nobody decides alone: that a living group ends, and that neighbours go to a group of their own."""
