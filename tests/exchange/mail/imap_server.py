"""A real IMAP server on loopback: pymap, with its mailboxes in memory and TLS."""

from __future__ import annotations

import asyncio
import imaplib
import ssl
import threading
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer
from pysasl.hashing import BuiltinHash

from followup_tui.domain.letters.mailbox import ImapAccount, Security

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""A certificate of localhost until 2120, with its key: made for these tests alone."""
USER = "ulla@berg.example"
PASSWORD = "Grüße 1815"
QUICK = BuiltinHash(rounds=1)


@cache
def server_tls() -> ssl.SSLContext:
    """Return what a server needs to be localhost over TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The mailbox of `USER`."""

    port: int
    security: Security

    def account(self, **changes: object) -> ImapAccount:
        """Return how it is reached."""
        fields = {
            "host": "localhost", "user": USER, "port": self.port, "security": self.security,
            **changes,
        }  # fmt: skip
        return ImapAccount(**fields)  # type: ignore[arg-type]

    def messages(self, folder: str = "Drafts") -> list[tuple[str, bytes]]:
        """Return the flags and the content of each message, as a plain client reads them."""
        with self._client() as client:
            client.select(f'"{folder}"', readonly=True)
            _, fetched = client.fetch("1:*", "(FLAGS BODY.PEEK[])")
            return [(part[0].decode(), part[1]) for part in fetched if isinstance(part, tuple)]

    def forget(self, folder: str = "Drafts") -> None:
        """Mark all messages as deleted, as a mail program does until it tidies up."""
        with self._client() as client:
            client.select(f'"{folder}"')
            client.store("1:*", "+FLAGS", r"(\Deleted)")

    def _client(self) -> imaplib.IMAP4:
        trust = ssl.create_default_context(cafile=str(CERTIFICATE))
        if self.security is Security.TLS:
            client: imaplib.IMAP4 = imaplib.IMAP4_SSL("localhost", self.port, ssl_context=trust)
        else:
            client = imaplib.IMAP4("localhost", self.port)
            client.starttls(trust)
        told = f"\0{USER}\0{PASSWORD}".encode()
        client.authenticate("PLAIN", lambda _: told)
        return client


async def _begun(security: Security, folders: Sequence[str]) -> asyncio.Server:
    arguments = Namespace(
        host="127.0.0.1", port=0, debug=False, cert=str(CERTIFICATE), key=str(CERTIFICATE),
        tls=security is Security.STARTTLS, passlib_cfg=None, proxy_protocol=None,
        demo_data=False, demo_user=USER, demo_password=PASSWORD,
    )  # fmt: skip
    backend, config = await DictBackend.init(arguments, invalid_user_sleep=0.0, hash_context=QUICK)
    config.apply_context()
    identity = await backend.login.authorize(backend.login.demo_user_identity, USER)
    async with identity.new_session() as session:
        for folder in folders:
            await session.mailbox_set.add_mailbox(folder)
    serve = IMAPServer(backend.login, config)

    connected = ProxyProtocolReader(config.proxy_protocol).get_callback(serve)
    tls = server_tls() if security is Security.TLS else None
    return await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)


async def _ended(server: asyncio.Server) -> None:
    server.close()
    conversations = asyncio.all_tasks() - {asyncio.current_task()}
    for each in conversations:
        each.cancel()
    await asyncio.gather(*conversations, return_exceptions=True)


@contextmanager
def imap_server(
    security: Security = Security.TLS, folders: Sequence[str] = ("Drafts",)
) -> Iterator[Mailbox]:
    """Serve a mailbox with INBOX and `folders` on a free port."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="imap", daemon=True)
    thread.start()
    begun = _begun(security, folders)
    server = asyncio.run_coroutine_threadsafe(begun, loop).result(10)
    try:
        yield Mailbox(server.sockets[0].getsockname()[1], security)
    finally:
        asyncio.run_coroutine_threadsafe(_ended(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
