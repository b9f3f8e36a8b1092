"""At which steps of a run the layers are looked into: densest at its start, and for a small share of its time."""

SHARE = 0.01  # of the time that the training takes
_LEAST = 0.5  # seconds, where the share is less: a run of a minute should have something to show
_ALWAYS = 32  # up to this step each that is twice the one before, whatever it costs: there everything changes
_STRIDE = 1.02  # times the last step: so even a run of a million steps is looked into less than a thousand times
_LONG_STRIDE = 1.2  # of these seconds: they should last for a while


class WatchTimes:
    """Keeps account of the time of training and of looking. What it decides depends on the clock, so nothing that moves
    the weights may depend on it."""

    def __init__(self) -> None:
        self._last = 0  # step that was looked into
        self._trained = self._spent = 0.0  # seconds
        self._usual = 0.0  # that a look takes

    def is_due(self, step: int) -> bool:
        """Whether to look into this step, which comes next."""
        if step <= _ALWAYS and step & (step - 1) == 0:
            return True
        then = self._spent + self._usual
        return (then <= SHARE * self._trained and step >= self._last * _STRIDE) or (
            then <= _LEAST and step >= self._last * _LONG_STRIDE
        )

    def trained(self, seconds: float) -> None:
        """So much time went by in training, with the looks in it."""
        self._trained += seconds

    def looked(self, step: int, seconds: float) -> None:
        """Into this step, in so much time."""
        self._last = step
        self._spent += seconds
        self._usual = seconds
