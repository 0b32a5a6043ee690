"""The command that visits one web page and says what was met, why, and what would follow from it."""

import asyncio
import json
import os
from typing import Any

import click

from crawlers.visiting.address import Allowance, read_url
from crawlers.visiting.client import GuardedClient
from crawlers.visiting.clock import SystemClock
from crawlers.visiting.manners import Manners
from crawlers.visiting.naming import Expected
from crawlers.visiting.outcome import Symbol
from crawlers.visiting.report import Visit
from crawlers.visiting.settings import read_settings
from crawlers.visiting.visit import visit
from directory.domain.errors import InvalidValue
from directory.domain.home import Home

_NO_NETWORK = "SIGNPOST_MIRROR is set, so the network is not used and nothing was visited."

_FOLLOWS: dict[Symbol | None, str] = {
    "ok": "count as a sign that the service is running",
    "fail": "count one failed check, and look again after an hour, a day and three days before anybody is told",
    "gone": "count strongly against the service still running",
    None: "record no observation, since this says nothing of the service",
}


@click.command()
@click.argument("url")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def check(home: Home, url: str, *, as_json: bool) -> None:
    """Visit a web page as checks of services do, and say what was met and why.

    It asks for robots rules first and no faster than its manners allow, so a visit takes a few seconds. Only addresses
    of the open net are visited; SIGNPOST_FETCH_ALLOW names loopback ones that may be, such as 127.0.0.1:8123.
    """
    try:
        read_url(url)
    except InvalidValue as refusal:
        raise click.BadParameter(str(refusal)) from None
    allowance = Allowance.of(os.environ.get("SIGNPOST_FETCH_ALLOW", ""))
    if home.mirror is not None:
        click.echo(json.dumps({"url": url, "outcome": None, "reason": _NO_NETWORK}) if as_json else _NO_NETWORK)
        return
    met = asyncio.run(_visited(url, allowance))
    if as_json:
        click.echo(json.dumps(_report(met), ensure_ascii=False, indent=2))
        return
    click.echo(f"{met.outcome.code} ({met.symbol or 'no observation'}): {met.reason}")
    click.echo(f"Final address: {met.final_url}")
    click.echo(f"Would {_follows(met)}.")


async def _visited(url: str, allowance: Allowance) -> Visit:
    clock = SystemClock()
    client = GuardedClient(settings=read_settings(), manners=Manners(), allowance=allowance, clock=clock)
    return await visit(client, url, Expected(), clock.now())


def _follows(met: Visit) -> str:
    """What a check of a service would do about it."""
    follows = [_FOLLOWS[met.symbol]]
    if met.proposed_url is not None:
        follows.append(f"propose {met.proposed_url} as the new address")
    if met.is_noindex:
        follows.append("show no excerpt of the page, as it asks")
    if met.not_before is not None:
        follows.append(f"ask again after {met.not_before:%Y-%m-%d %H:%M} UTC")
    return "; ".join(follows)


def _report(met: Visit) -> dict[str, Any]:
    return {
        "url": met.url,
        "final_url": met.final_url,
        "outcome": met.outcome.code,
        "symbol": met.symbol,
        "reason": met.reason,
        "would": _follows(met),
        "proposed_url": met.proposed_url,
        "is_noindex": met.is_noindex,
        "took_s": round(met.took_s, 3),
        "not_before": met.not_before.isoformat(timespec="seconds") if met.not_before else None,
    }
