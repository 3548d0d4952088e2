# SPDX-License-Identifier: EUPL-1.2
"""Which device somebody reads on, to open the right explanation first. All others stay within reach."""

IPHONE, FIREFOX, ANDROID, COMPUTER = "iphone", "firefox", "android", "computer"


def device_of(user_agent: str) -> str:
    """The kind of device, as far as the browser tells. A new iPad says that it is a Mac; then it gets that page."""
    if "iPhone" in user_agent or "iPad" in user_agent:
        return IPHONE
    if "Android" in user_agent:
        return FIREFOX if "Firefox" in user_agent else ANDROID
    return COMPUTER
