# SPDX-License-Identifier: EUPL-1.2
"""Every year anew, moving house, and leaving."""
