# SPDX-License-Identifier: EUPL-1.2
"""A real mailbox on this machine: Dovecot, as an ordinary process with a configuration of its own."""

import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

PROGRAM = shutil.which("dovecot") or "/usr/sbin/dovecot"
START_SECONDS = 15
USER, PASSWORD = "buurtwacht", "geheim"

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
{ssl}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mailbox_idle_check_interval = 1 secs
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {login_user}
first_valid_uid = 0
mail_uid = {user}
mail_gid = {group}
mail_home = {folder}/mail
first_valid_gid = 0
mail_location = maildir:{folder}/mail/Maildir
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
}}
service imap-login {{
  chroot =
  process_min_avail = 0
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class MailboxServer:
    """An empty mailbox of one user. `separator` stands between a folder and a folder within it.

    With a `certificate` and its key it is also at `tls_url`.
    """

    def __init__(self, separator: str = "/", certificate: tuple[Path, Path] | None = None) -> None:
        assert os.access(PROGRAM, os.X_OK), (
            "This needs Dovecot. Install it (Debian: apt install dovecot-imapd) and try again."
        )
        self.folder = Path(tempfile.mkdtemp(prefix="dovecot-"))  # short: the paths of sockets have a limit
        self.port = _free_port()
        self._configuration = self.folder / "dovecot.conf"
        self.url = f"imap://{USER}@127.0.0.1:{self.port}"
        self.tls_url = ""
        self._prepare(separator, certificate)

    def _prepare(self, separator: str, certificate: tuple[Path, Path] | None) -> None:
        """Dovecot refuses to let root log in or read mail: then the users of its Debian package do that."""
        is_root = os.getuid() == 0
        myself = pwd.getpwuid(os.getuid()).pw_name
        users = {"user": "dovecot", "login_user": "dovenull"} if is_root else {"user": myself, "login_user": myself}
        owner = pwd.getpwnam(users["user"])
        self.folder.chmod(0o755)
        for name in ("run", "state", "mail"):
            (self.folder / name).mkdir()
        os.chown(self.folder / "mail", owner.pw_uid, owner.pw_gid)
        group = grp.getgrgid(owner.pw_gid).gr_name
        tls = {"ssl": "ssl = no", "tls_port": 0}
        if certificate:
            tls = {
                "ssl": f"ssl = yes\nssl_cert = <{certificate[0]}\nssl_key = <{certificate[1]}",
                "tls_port": _free_port(),
            }
            self.tls_url = f"imaps://{USER}@localhost:{tls['tls_port']}"
        words = {"folder": self.folder, "port": self.port, "group": group, "separator": separator}
        self._configuration.write_text(CONFIGURATION.format(password=PASSWORD, **words, **users, **tls))

    def __enter__(self) -> Self:
        command = [PROGRAM, "-F", "-c", str(self._configuration)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, content: bytes) -> None:
        """A mail arrives."""
        with self.client() as client:
            client.append("INBOX", "", None, content)

    def in_folder(self, name: str) -> list[tuple[bytes, str]]:
        """What lies in a folder: each mail, and its flags."""
        with self.client() as client:
            if client.select(f'"{name}"', readonly=True)[0] != "OK":
                return []
            numbers = client.search(None, "ALL")[1][0].split()
            found = []
            for number in numbers:
                # A mail that another client flags or deletes meanwhile has a line of its own in the answer, or none.
                parts = client.fetch(number, "(FLAGS BODY.PEEK[])")[1]
                found += [(part[1], part[0].decode()) for part in parts if isinstance(part, tuple)]
            return found

    def empty(self, *names: str) -> None:
        """Nothing is left in these folders."""
        with self.client() as client:
            for name in names:
                state, count = client.select(f'"{name}"')
                if state == "OK" and count[0] != b"0":
                    client.store("1:*", "+FLAGS", r"\Deleted")
                    client.expunge()

    def client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        client.login(USER, PASSWORD)
        return client

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            assert self._process.poll() is None, f"Dovecot stopped: {self._said()}"
            assert time.monotonic() < deadline, f"Dovecot does not listen: {self._said()}"
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with self.client():
                return True
        except (OSError, imaplib.IMAP4.error):
            return False

    def _said(self) -> str:
        log = self.folder / "dovecot.log"
        return log.read_text()[-2000:] if log.exists() else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
