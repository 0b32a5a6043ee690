"""The chance that a service runs, as people say it: in words, and as counts of groups with signs like these."""

from dataclasses import dataclass

VERY_LIKELY, LIKELY, UNLIKELY = 0.90, 0.80, 0.25
"""Where the words change. Of 1,500 simulated groups, those above the first ran in 97 of 100 cases, those above the
second in 82, those below the third in 2, and those between in 51: of them nobody can say (docs/methods.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """``running`` of ``of`` groups with signs like these were running."""

    words: str
    running: int
    of: int

    @property
    def sentence(self) -> str:
        """The counts as a sentence."""
        were = "was" if self.running < 2 else "were"
        return f"Of every {self.of} groups with signs like these, {self.running or 'hardly one'} {were} running."


def odds(p_open: float) -> Odds:
    """The odds of a chance; never all of them or none, as evidence is never all there is."""
    if p_open >= VERY_LIKELY:
        return Odds(words="Very likely, yes", running=min(19, round(p_open * 20)), of=20)
    if p_open >= LIKELY:
        return Odds(words="Likely", running=round(p_open * 10), of=10)
    if p_open < UNLIKELY:
        return Odds(words="Probably not", running=round(p_open * 10), of=10)
    return Odds(words="We cannot say", running=round(p_open * 10), of=10)
