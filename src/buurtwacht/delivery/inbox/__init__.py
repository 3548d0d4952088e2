# SPDX-License-Identifier: EUPL-1.2
"""What comes in from the channels: on disk first, read after, and each thing once, however often it is handed to us."""
