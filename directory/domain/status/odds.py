"""The chance that a service runs, as people say it: in words, and as counts of groups with signs like these."""

from dataclasses import dataclass

from directory.domain.messages import Message, say, say_count

VERY_LIKELY, LIKELY, UNLIKELY = 0.90, 0.80, 0.25
"""Where the words change. Of 1,500 simulated groups, those above the first ran in 97 of 100 cases, those above the
second in 82, those below the third in 2, and those between in 51: of them nobody can say (docs/methods.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """``running`` of ``of`` groups with signs like these were running."""

    words: Message
    running: int
    of: int

    @property
    def sentence(self) -> Message:
        """The counts as a sentence."""
        if not self.running:
            return say("Of every {of} groups with signs like these, hardly one was running.", of=self.of)
        return say_count(
            "Of every {of} groups with signs like these, {n} was running.",
            "Of every {of} groups with signs like these, {n} were running.",
            self.running,
            of=self.of,
        )


def odds(p_open: float) -> Odds:
    """The odds of a chance; never all of them or none, as evidence is never all there is."""
    if p_open >= VERY_LIKELY:
        return Odds(words=say("Very likely, yes"), running=min(19, round(p_open * 20)), of=20)
    if p_open >= LIKELY:
        return Odds(words=say("Likely"), running=round(p_open * 10), of=10)
    if p_open < UNLIKELY:
        return Odds(words=say("Probably not"), running=round(p_open * 10), of=10)
    return Odds(words=say("We cannot say"), running=round(p_open * 10), of=10)
