# SPDX-License-Identifier: EUPL-1.2
"""Matrix, as an application service of a homeserver of our own: rooms of groups, and conversations with one person."""
