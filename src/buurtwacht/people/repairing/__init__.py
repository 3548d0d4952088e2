# SPDX-License-Identifier: EUPL-1.2
"""My phone stays silent: which steps mend which device."""
