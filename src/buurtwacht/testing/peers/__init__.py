# SPDX-License-Identifier: EUPL-1.2
"""Real servers on this machine that stand in for the outside world."""
