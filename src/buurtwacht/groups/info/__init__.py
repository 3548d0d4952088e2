# SPDX-License-Identifier: EUPL-1.2
"""What is worth knowing and no alarm: written by who looks after a group, read on a page and in a digest."""
