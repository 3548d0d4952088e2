# SPDX-License-Identifier: EUPL-1.2
"""What came in by mail: opened with care, and read for what somebody wrote. Anybody can send us anything."""
