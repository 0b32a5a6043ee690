"""Locks by name, so that tasks which ask the same host, address or question do so one after the other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary


class Locks:
    """Locks by name, each of which lasts as long as somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def held(self, *names: str) -> AsyncIterator[None]:
        """Hold the locks of these names, taken in the order given."""
        async with AsyncExitStack() as stack:
            for name in names:
                lock = self._locks.setdefault(name, asyncio.Lock())
                await stack.enter_async_context(lock)
            yield
