# SPDX-License-Identifier: EUPL-1.2
"""How Meta says no: an HTTP status, a code, a title and details, as in its table of error codes."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

HREF = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"

# code: (HTTP status, title, what the details say unless somebody knows better)
CODES: dict[int, tuple[int, str, str]] = {
    2: (503, "Service temporarily unavailable", ""),
    4: (400, "Application request limit reached", ""),
    10: (403, "Application does not have permission for this action", ""),
    100: (400, "Invalid parameter", ""),
    104: (401, "An access token is required to request this resource.", ""),
    190: (401, "Error validating access token: The session has been invalidated.", ""),
    200: (403, "Provide valid app ID", ""),
    368: (403, "Temporarily blocked for policies violations", "The account has been restricted for policy violations."),
    803: (404, "Some of the aliases you requested do not exist", ""),
    80007: (400, "Rate limit issues", "The WhatsApp Business Account has reached its rate limit."),
    130429: (429, "Rate limit hit", "Cloud API message throughput has been reached."),
    130472: (400, "User's number is part of an experiment", "Failed to send message because this user's phone "
             "number is part of an experiment"),
    131000: (500, "Something went wrong", "Message failed to send due to an unknown error."),
    131005: (403, "Access denied", "Permission is either not granted or has been removed."),
    131008: (400, "Required parameter is missing", "The request is missing a required parameter."),
    131009: (400, "Parameter value is not valid", "One or more parameter values are invalid."),
    131016: (500, "Service unavailable", "A service is temporarily unavailable."),
    131021: (400, "Recipient cannot be sender", "Sender and recipient phone number is the same."),
    131026: (400, "Message undeliverable", "Message Undeliverable."),
    131031: (403, "Account has been locked", "The business account has been locked."),
    131042: (400, "Business eligibility payment issue", "Message failed to send because there were one or more errors "
             "related to your payment method."),
    131047: (400, "Re-engagement message", "Message failed to send because more than 24 hours have passed since the "
             "customer last replied to this number."),
    131048: (400, "Spam rate limit hit", "Message failed to send because there are restrictions on how many messages "
             "can be sent from this phone number."),
    131049: (400, "This message was not delivered to maintain healthy ecosystem engagement.", "In order to maintain a "
             "healthy ecosystem engagement, the message failed to be delivered."),
    131050: (400, "User has stopped receiving marketing messages", "The recipient has chosen to stop receiving "
             "marketing messages on WhatsApp from your business."),
    131051: (400, "Unsupported message type", "Message type is currently not supported."),
    131052: (400, "Media download error", "Failed to download the media from the sender."),
    131053: (400, "Media upload error", "Unable to upload the media used in the message."),
    131056: (429, "(Business Account, Consumer Account) pair rate limit hit", "Message failed to send because there "
             "were too many messages sent from this phone number to the same phone number in a short period of time."),
    131057: (500, "Account in maintenance mode", "Business Account is in maintenance mode."),
    131062: (400, "Business-scoped User ID (BSUID) recipients are not supported for this message", ""),
    131064: (400, "Messaging limit reached", "Message failed to send because the messaging limit of this business "
             "portfolio has been reached."),
    132000: (400, "Number of parameters does not match the expected number of params", ""),
    132001: (404, "Template name does not exist in the translation", ""),
    132005: (400, "Translated text too long", "The translated text is too long."),
    132007: (400, "Template format character policy violated", ""),
    132008: (400, "Parameter format is invalid", ""),
    132012: (400, "Parameter format does not match format in the created template", ""),
    132015: (400, "Template is paused", "Template is paused due to low quality."),
    132016: (400, "Template is disabled", "Template has been paused too many times and is now disabled."),
    132018: (400, "There’s an issue with the parameters in your template", ""),
    133016: (400, "Account register deregister rate limit exceeded", ""),
}  # fmt: skip


@dataclass
class Refusal(Exception):
    """Meta does not do it. `details` in place of the usual ones; `message` in place of "(#code) title"."""

    code: int
    details: str = ""
    message: str = ""
    subcode: int = 0

    @property
    def status(self) -> int:
        return CODES.get(self.code, (400,))[0]

    @property
    def title(self) -> str:
        return CODES.get(self.code, (400, "Unknown error"))[1]

    def answer(self) -> dict[str, Any]:
        """The body of the answer to a request."""
        details = self.details or CODES.get(self.code, (0, "", ""))[2]
        error: dict[str, Any] = {
            "message": self.message or f"(#{self.code}) {self.title}",
            "type": "OAuthException",
            "code": self.code,
        }
        if self.subcode:
            error["error_subcode"] = self.subcode
        if details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": details}
        return {"error": error | {"fbtrace_id": "A" + uuid4().hex[:22]}}

    def in_status(self) -> dict[str, Any]:
        """The same, as a webhook with a failed status has it."""
        return {
            "code": self.code,
            "title": self.title,
            "message": self.title,
            "error_data": {"details": self.details or CODES[self.code][2] or self.title},
            "href": HREF,
        }
