from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import ipaddress
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.telegram import lines
from bot.telegram.lines import Lines
from bot.telegram.trouble import NotSent, Unknown

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(talk: Talk, context: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """A server that does what ``talk`` does on each connection."""

    talks = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.current_task())
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await talk(reader, writer)
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    listening = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=context)
    port = listening.sockets[0].getsockname()[1]
    yield f"{'https' if context else 'http'}://127.0.0.1:{port}"
    listening.close()
    await asyncio.gather(*talks)


def answering(*answers: bytes) -> Talk:
    """Give these answers, one to each request, and then close."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in answers:
            await request(reader)
            writer.write(answer)

    return talk


async def request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
    return head + await reader.readexactly(int(length.partition(b":")[2]))


@asynccontextmanager
async def opened(root: str) -> AsyncIterator[Lines]:
    there = Lines(root, 1.0)
    there.open()
    yield there
    there.close()


async def test_what_is_posted_arrives_as_http() -> None:
    seen = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await request(reader))
        writer.write(OK)

    async with server(talk) as root, opened(root) as there:
        assert await there.post("/a/b", b'{"c":1}', 1) == (200, b"ok")
    head, _, body = seen[0].partition(b"\r\n\r\n")
    assert head.split(b"\r\n")[0] == b"POST /a/b HTTP/1.1"
    assert f"Host: {root.removeprefix('http://')}".encode() in head
    assert body == b'{"c":1}'


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
        b"HTTP/1.1 102 Processing\r\n\r\n" + OK,
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
    ],
)
async def test_an_answer_may_come_in_any_form_of_http(answer: bytes) -> None:
    async with server(answering(answer)) as root, opened(root) as there:
        assert await there.post("/", b"", 1) == (200, b"ok")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok",
        b"SMTP ready\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
    ],
)
async def test_without_a_whole_answer_it_is_unknown_what_became_of_the_call(answer: bytes) -> None:
    async with server(answering(answer)) as root, opened(root) as there:
        with pytest.raises(Unknown):
            await there.post("/", b"", 1)


async def test_a_line_that_the_server_closed_is_not_used_again() -> None:
    async with server(answering(OK)) as root, opened(root) as there:
        await there.post("/", b"", 1)
        while there._idle[0].is_open:  # noqa: ASYNC110
            await asyncio.sleep(0)
        assert await there.post("/", b"", 1) == (200, b"ok")


async def test_a_line_that_was_quiet_for_long_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    connections = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        await answering(*9 * [OK])(reader, writer)

    async with server(talk) as root, opened(root) as there:
        await there.post("/", b"", 1)
        await there.post("/", b"", 1)
        assert len(connections) == 1
        monkeypatch.setattr(lines, "IDLE_SECONDS", -1)
        await there.post("/", b"", 1)
        assert len(connections) == 2


async def test_an_answer_that_nobody_asked_for_is_no_answer_to_the_next_call() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request(reader)
        writer.write(OK + OK.replace(b"ok", b"no"))
        await reader.read()

    async with server(talk) as root, opened(root) as there:
        assert await there.post("/", b"", 1) == (200, b"ok")
        assert not there._idle
        assert await there.post("/", b"", 1) == (200, b"ok")


async def test_a_call_that_is_given_up_leaves_its_line_to_nobody() -> None:
    arrived = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request(reader)
        arrived.set()
        await reader.read()
        writer.write(OK)

    async with server(talk) as root, opened(root) as there:
        call = asyncio.create_task(there.post("/", b"", 1))
        await arrived.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert not there._idle


async def test_many_calls_at_once_have_a_line_each() -> None:
    async with server(answering(OK, OK)) as root, opened(root) as there:
        assert await asyncio.gather(*[there.post("/", b"", 1) for _ in range(5)]) == [(200, b"ok")] * 5
        assert len(there._idle) == 5


async def test_tls_trusts_what_the_system_trusts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, certificate = own_certificate(tmp_path)
    async with server(answering(OK), context) as root:
        async with opened(root) as there:
            with pytest.raises(NotSent):
                await there.post("/", b"", 1)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        async with opened(root) as there:
            assert await there.post("/", b"", 1) == (200, b"ok")
        async with opened(root.replace("127.0.0.1", "localhost")) as there:
            with pytest.raises(NotSent):
                await there.post("/", b"", 1)


def own_certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """Make a certificate for 127.0.0.1, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "here")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret = folder / "key"
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, secret)
    return context, file
