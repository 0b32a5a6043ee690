"""The worker: runs jobs when they are due, by Huey with its queue in the home; it may be killed at any moment."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from huey import SqliteHuey
from huey.consumer import Consumer

from crawlers.one_at_a_time import held_alone
from directory.domain.errors import SignpostError

_BUSY = "A worker is already at work in this home."

ShouldStop = Callable[[], bool]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing a job does: it is told when to stop, and says what it did ("" where that needs no saying)."""

    name: str
    run: Callable[[ShouldStop], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Steps done one after the other, whatever becomes of each, at the minutes that ``when`` says.

    ``is_first`` has it done when the worker starts, too, since the one before it may have been killed in the middle.
    """

    name: str
    steps: tuple[Step, ...]
    when: Callable[[datetime], bool]
    is_first: bool = False


def run_worker(folder: Path, jobs: Sequence[Job], say: Callable[[str], None]) -> None:
    """Do jobs until SIGTERM, then end once the step under way has; raise `Refused` where another worker does so here.

    Every job may be done again at any time, so the queue is begun anew: what a killed worker left in it is due anyway.
    """
    with held_alone(folder / "worker.lock", _BUSY):
        huey = SqliteHuey("signpost", filename=str(folder / "jobs.sqlite"), results=False)
        huey.flush()
        consumer: Consumer = huey.create_consumer(
            workers=1, periodic=True, max_delay=1.0, scheduler_interval=1, graceful_signal="TERM"
        )
        for job in jobs:
            task = huey.periodic_task(job.when, name=job.name)(partial(job_done, job, consumer.stop_flag.is_set, say))
            if job.is_first:
                task()
        say(f"At work: {', '.join(job.name for job in jobs)}.")
        consumer.run()
        say("Stopped.")


def job_done(job: Job, should_stop: ShouldStop, say: Callable[[str], None]) -> None:
    """Do the steps of a job and say what each did or why it failed; begin none once ``should_stop`` says so."""
    for step in job.steps:
        if should_stop():
            return
        try:
            said = step.run(should_stop)
        except SignpostError as refusal:
            said = str(refusal)
        except Exception:  # one step may not keep the others, nor the next round, from being done
            logger.exception("The step %s of the job %s failed.", step.name, job.name)
            said = "It failed; the log says why."
        if said:
            say(f"{step.name}: {said}")
