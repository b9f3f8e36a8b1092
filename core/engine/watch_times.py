"""At which steps of a run the layers are looked into: densest at its start, and for a small share of its time."""

SHARE = 0.01  # of the time that the training takes
_MORE = 0.5  # seconds beyond it, so that a run of a minute has something to show
_ALWAYS = 32  # up to this step each that is twice the one before, whatever it costs: there everything changes
_STRIDE = 1.02  # times the last step: so even a run of a million steps is looked into less than a thousand times
_STRIDE_OF_MORE = 1.1  # of what is beyond the share: it should last for a while


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
        beyond = self._spent + self._usual - SHARE * self._trained
        return (beyond <= 0 and step >= self._last * _STRIDE) or (
            beyond <= _MORE and step >= self._last * _STRIDE_OF_MORE
        )

    def trained(self, seconds: float) -> None:
        """So much time went by in training, with the looks in it."""
        self._trained += seconds

    def looked(self, step: int, seconds: float) -> None:
        """Into this step, in so much time."""
        self._last = step
        self._spent += seconds
        self._usual = seconds
