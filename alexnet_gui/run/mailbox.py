"""What a worker thread leaves for the window: a lock and a list, no Qt signal per message."""

import threading
import time
from collections import deque
from collections.abc import Iterator
from typing import Any


class Mailbox:
    """`put` from any thread, `drain` from the one that reads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Any] = deque()

    def put(self, message: Any) -> None:
        with self._lock:
            self._waiting.append(message)

    def drain(self, limit: int = 500, seconds: float = 0.008) -> Iterator[Any]:
        """The oldest messages, until `limit` are taken or `seconds` are over, the reader's own included.

        At least one message comes if there is any, so that a slow reader still gets through.
        """
        end = time.perf_counter() + seconds
        for _ in range(limit):
            with self._lock:
                if not self._waiting:
                    return
                message = self._waiting.popleft()
            yield message
            if time.perf_counter() >= end:
                return

    def __len__(self) -> int:
        with self._lock:
            return len(self._waiting)
