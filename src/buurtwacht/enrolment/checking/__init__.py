# SPDX-License-Identifier: EUPL-1.2
"""Does this person live there, and do the police agree? Proof of residence, vetting, letting in."""
