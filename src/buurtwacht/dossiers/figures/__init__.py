# SPDX-License-Identifier: EUPL-1.2
"""What an old group talked about, in figures only. The file is read once and nothing of it is kept."""
