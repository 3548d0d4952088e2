# SPDX-License-Identifier: EUPL-1.2
"""The half of a connection that listens: what each kind of frame changes (RFC 9113, section 6)."""

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.webpush.push import Push

from . import frames
from .frames import Broken, Error, Kind, Setting
from .header_reader import HeaderReader
from .stream import Stream

MOST_STREAMS = 256  # more than this at a time gains nothing
FIRST_MOST_STREAMS = 100  # for a peer that does not say (RFC 9113, section 6.5.2)
LARGEST_WINDOW = 0x7FFFFFFF
LARGEST_BLOCK = 65_536
GIVE_BACK = 32_768  # received bytes after which we open the window again


class Receiver:
    """Keeps the state that frames change. The other half writes."""

    def __init__(self) -> None:
        self.streams: dict[int, Stream] = {}
        self.unanswered: list[Push] = []  # refused unseen: these may go out again elsewhere
        self.window = frames.DEFAULT_WINDOW
        self.stream_window = frames.DEFAULT_WINDOW
        self.most_streams = FIRST_MOST_STREAMS
        self.closing = False
        self._reader = frames.Reader()
        self._headers = HeaderReader()
        self._block: tuple[int, int, bytes] | None = None  # stream, flags and the beginning of unfinished headers
        self._eaten = 0
        self._take = {
            Kind.DATA: self._data,
            Kind.HEADERS: self._begin_headers,
            Kind.RST_STREAM: self._reset,
            Kind.SETTINGS: self._settings,
            Kind.PUSH_PROMISE: self._push_promise,
            Kind.PING: self._ping,
            Kind.GOAWAY: self._go_away,
            Kind.WINDOW_UPDATE: self._more_window,
            Kind.CONTINUATION: self._continue_headers,
        }

    def put(self, frame: bytes) -> None:
        """Queue a frame."""
        raise NotImplementedError

    def shrink_table(self, size: int) -> None:
        """The peer wants a smaller header table."""
        raise NotImplementedError

    def settled(self) -> None:
        """The peer's settings are known."""
        raise NotImplementedError

    def take(self, data: bytes) -> None:
        """Work through what has arrived. Raises `Broken`."""
        for kind, flags, number, payload in self._reader.frames(data):
            if self._block and kind != Kind.CONTINUATION:
                raise Broken(Error.PROTOCOL_ERROR)
            taker = self._take.get(kind)  # type: ignore[call-overload]  # an int equals its Kind
            if taker:
                taker(flags, number, payload)

    def forget(self, number: int) -> Stream | None:
        """Take a stream off the list, and take back the room that its unsent rest had been promised."""
        stream = self.streams.pop(number, None)
        if stream and stream.rest:
            self.window += len(stream.rest)
        return stream

    def send_rest(self, number: int, stream: Stream) -> None:
        """Send as much of a body as the window of its stream allows."""
        piece, stream.rest = stream.rest[: max(stream.window, 0)], stream.rest[max(stream.window, 0) :]
        stream.window -= len(piece)
        if piece:
            self.put(frames.frame(Kind.DATA, 0 if stream.rest else frames.END_STREAM, number, piece))

    def _begin_headers(self, flags: int, number: int, payload: bytes) -> None:
        block = frames.unpadded(flags, payload) if flags & (frames.PADDED | frames.PRIORITY) else payload
        if flags & frames.END_HEADERS:
            self._answer(flags, number, block)
        else:
            self._block = (number, flags, block)

    def _continue_headers(self, flags: int, number: int, payload: bytes) -> None:
        if self._block is None or self._block[0] != number:
            raise Broken(Error.PROTOCOL_ERROR)
        self._block = (number, self._block[1], self._block[2] + payload)
        if len(self._block[2]) > LARGEST_BLOCK:
            raise Broken(Error.PROTOCOL_ERROR)
        if flags & frames.END_HEADERS:
            (_, first_flags, block), self._block = self._block, None
            self._answer(first_flags, number, block)

    def _answer(self, flags: int, number: int, block: bytes) -> None:
        stream = self.streams.get(number)
        if stream is None:
            return
        if stream.answer is None:  # else these are trailers, which say nothing that we need
            answer = self._headers.answer(block)
            if answer.status < 200:
                return  # "early hints" and the like: the answer itself is still to come
            stream.answer = answer
        if flags & frames.END_STREAM:
            self.forget(number)
            stream.finish()

    def _data(self, flags: int, number: int, payload: bytes) -> None:
        self._eaten += len(payload)
        if self._eaten >= GIVE_BACK:
            self.put(frames.frame(Kind.WINDOW_UPDATE, 0, 0, self._eaten.to_bytes(4, "big")))
            self._eaten = 0
        if flags & frames.END_STREAM and (stream := self.forget(number)):
            stream.finish()

    def _reset(self, flags: int, number: int, payload: bytes) -> None:
        code = frames.number_in(payload)
        stream = self.forget(number)
        if stream is None:
            return
        if code == Error.REFUSED_STREAM and not stream.answer:
            self.unanswered.append(stream.push)
            self.closing = True  # they have had enough of this connection
        elif stream.answer:
            stream.finish()
        else:
            stream.push.done(DeliveryFailed(f"reset with code {code}", permanent=False))

    def _settings(self, flags: int, number: int, payload: bytes) -> None:
        if flags & frames.ACK:
            return
        for name, value in frames.settings_in(payload):
            if name == Setting.MAX_CONCURRENT_STREAMS:
                self.most_streams = min(value, MOST_STREAMS)
            elif name == Setting.HEADER_TABLE_SIZE:
                self.shrink_table(value)
            elif name == Setting.INITIAL_WINDOW_SIZE:
                self._change_windows(value)
        self.put(frames.frame(Kind.SETTINGS, frames.ACK, 0))
        self.settled()

    def _change_windows(self, value: int) -> None:
        """A new first window also changes those of streams that are open (section 6.9.2)."""
        if value > LARGEST_WINDOW:
            raise Broken(Error.FLOW_CONTROL_ERROR)
        change, self.stream_window = value - self.stream_window, value
        for number, stream in self.streams.items():
            if stream.rest:
                stream.window += change
                self.send_rest(number, stream)

    def _more_window(self, flags: int, number: int, payload: bytes) -> None:
        more = frames.number_in(payload)
        if not number:
            self.window += more
            if self.window > LARGEST_WINDOW:
                raise Broken(Error.FLOW_CONTROL_ERROR)
        elif (stream := self.streams.get(number)) and stream.rest:
            stream.window += more
            self.send_rest(number, stream)

    def _ping(self, flags: int, number: int, payload: bytes) -> None:
        if not flags & frames.ACK:
            self.put(frames.frame(Kind.PING, frames.ACK, 0, payload))

    def _go_away(self, flags: int, number: int, payload: bytes) -> None:
        """No new streams; those after the last one that they name were not looked at."""
        last = frames.number_in(payload)
        self.closing = True
        for unseen in [each for each in self.streams if each > last]:
            if stream := self.forget(unseen):
                self.unanswered.append(stream.push)

    def _push_promise(self, flags: int, number: int, payload: bytes) -> None:
        raise Broken(Error.PROTOCOL_ERROR)
