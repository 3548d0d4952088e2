# SPDX-License-Identifier: EUPL-1.2
"""From "how do I join?" to a signed, checked, welcomed member, and to goodbye."""
