"""What can go wrong, each with one sentence that a person can act on."""


class StudioError(Exception):
    """Base of every expected failure: ``str(error)`` is one sentence that says what is wrong and what to do."""


class ArgumentError(StudioError):
    """A wrong argument or setting (exit status 2 in the terminal)."""


class DataError(StudioError):
    """A data set that is missing, damaged or not one."""


class CancelledError(DataError):
    """Reading or fetching a data set was given up by whoever was told how far it is."""


class PictureError(StudioError):
    """A file that is no readable picture."""


class CheckpointError(StudioError):
    """Weights or a training state that cannot be read, or do not fit."""


class RunError(StudioError):
    """A run folder that is missing, damaged or in use."""


class DeviceError(StudioError):
    """A device that is not there or cannot do what was asked."""


class DivergedError(StudioError):
    """The loss is no longer a number."""
