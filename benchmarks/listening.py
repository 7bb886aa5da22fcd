"""A measured server: on a free port of this machine, which it says on one line when it is ready."""

import asyncio
import gc

from aiohttp import web


async def serve(application: web.Application) -> None:
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    gc.freeze()  # as `followthrough run` does, for whoever is compared as well
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()
