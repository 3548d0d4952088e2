# SPDX-License-Identifier: EUPL-1.2
"""What people agree to: the texts, the signature, and the evidence of it."""
