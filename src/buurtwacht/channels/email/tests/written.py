# SPDX-License-Identifier: EUPL-1.2
"""Mails as people and programs write them."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

from buurtwacht.channels.email.addresses import bounce_address, reply_address
from buurtwacht.channels.email.receiver import HANDED_OVER
from buurtwacht.channels.inbound import Raw

REPLY = "m@antwoord.voorbeeld.example"
SECRET = "zeer-geheim-en-lang-genoeg"
REFERENCE = "0192f5a0-7c1e-7abc-8def-0123456789ab"
ANNA = "anna@voorbeeld.example"
AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
PHOTO = b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" * 4000


def written(text: str = "Ja, ik zie hem.", *, to: str = "", **headers: str) -> EmailMessage:
    """A mail by Anna, with headers such as `auto_submitted`."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"Anna de Vries <{ANNA}>"
    mail["To"] = to or reply_address(REFERENCE)
    mail["Subject"] = "Re: 112 gebeld"
    mail["Message-ID"] = headers.pop("message_id", "<een@voorbeeld.example>")
    for name, value in headers.items():
        key = name.replace("_", "-")
        del mail[key]
        mail[key] = value
    mail.set_content(text)
    return mail


def handed(mail: EmailMessage | bytes, **headers: str) -> Raw:
    """The same, as it lies on disk."""
    body = mail if isinstance(mail, bytes) else mail.as_bytes()
    return Raw(method=HANDED_OVER, body=body, headers=headers, at=AT)


def came_back(status: str = "5.1.1", action: str = "failed", to: str = "") -> bytes:
    """A letter that came back, as Postfix writes it (RFC 3464)."""
    return f"""From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: {to or bounce_address(REFERENCE)}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="X"

--X
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--X
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 4ABCDE
Arrival-Date: Sun, 22 Nov 2026 21:14:00 +0100 (CET)

Final-Recipient: rfc822; {ANNA}
Original-Recipient: rfc822;{ANNA}
Action: {action}
Status: {status}
Remote-MTA: dns; mx.voorbeeld.example
Diagnostic-Code: smtp; 550 {status} <{ANNA}>: Recipient address rejected

--X
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: buurtwacht@buurtwacht.example
To: {ANNA}

--X--
""".replace("\n", "\r\n").encode()
