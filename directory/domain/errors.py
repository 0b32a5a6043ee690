"""The errors the directory raises, each with a sentence for the person who can act on it."""


class SignpostError(Exception):
    """Anything Signpost refuses to do; its text is a whole sentence that may be shown to a person."""

    @property
    def sentence(self) -> str:
        """That sentence as it was given: a message stays one, which the text of an exception does not."""
        return self.args[0] if self.args else ""


class InvalidValue(SignpostError):
    """A value does not have the form its type asks for."""

    def __init__(self, field: str, value: object, reason: str) -> None:
        super().__init__(f"{reason} ({field}: {str(value)[:80]!r})")
        self.field = field
        self.value = str(value)
        self.reason = reason

    @property
    def sentence(self) -> str:
        """The reason alone."""
        return self.reason


class NotFound(SignpostError):
    """Nothing in the catalogue has this address."""


class Refused(SignpostError):
    """An action that would publish something wrong, or that this record's state does not allow."""
