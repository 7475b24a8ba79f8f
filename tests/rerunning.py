"""A member of staff whose page runs again and again: the socket of Streamlit, spoken by hand."""

from __future__ import annotations

import asyncio

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect


async def rerun_each_second(host: str, port: int, *, cookie: str, page: str, runs: list[float]) -> None:
    """Until it is cancelled. Adds to `runs` how long each run took, in seconds."""
    headers = {"Cookie": cookie, "Origin": f"http://{host}:{port}"}
    url = f"ws://{host}:{port}/_stcore/stream"
    loop = asyncio.get_running_loop()
    async with connect(url, additional_headers=headers, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        while True:
            begun = loop.time()
            await socket.send(_run(page))
            while ForwardMsg.FromString(bytes(await socket.recv())).WhichOneof("type") != "script_finished":  # type: ignore[arg-type]
                pass
            runs.append(loop.time() - begun)
            await asyncio.sleep(max(0.0, 1 - (loop.time() - begun)))


def _run(page: str) -> bytes:
    asked = BackMsg()
    asked.rerun_script.page_name = page
    return bytes(asked.SerializeToString())
