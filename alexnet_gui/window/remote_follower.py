"""The run on another machine that the window follows: its mirror is the run that is shown, and what that is told goes
there."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from alexnet_gui.background import Job
from alexnet_gui.context import Studio
from core.control import Inbox
from core.remote import Host, Mirror, RunThere, mirror_folder

LANE = "remote"
_MS = 300  # between two looks for commands


class RemoteFollower(QObject):
    """Follows one run at a time, until it ends or another one is shown."""

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._host: Host | None = None
        self._run: RunThere | None = None
        self._folder: Path | None = None
        self._mirror: Mirror | None = None
        self._told = ""  # the trouble that was said last
        self._inbox: Inbox | None = None
        self._job: Job | None = None
        self._look = QTimer(self, interval=_MS)
        self._look.timeout.connect(self._forward)
        studio.run_state.changed.connect(self._leave_if_another_is_shown)

    @property
    def busy(self) -> bool:
        """A run is followed."""
        return self._job is not None

    def follow(self, host: Host, run: RunThere) -> None:
        """Follow this run instead of the one before; it is shown when its first event is here."""
        self.stop()
        if self._studio.run_state.active:
            self._studio.message(self.tr("A run goes on. Stop it before you follow another one."), "warning")
            return
        self._host, self._run = host, run
        self._folder = mirror_folder(host, run, self._studio.settings.runs_folder)
        mirror = self._mirror = Mirror(host, run.folder, self._folder)
        self._job = self._studio.background.stream(
            partial(_first_of, mirror),
            self._show,
            self._end,
            self._fail,
            owner=self,
            lane=LANE,
            give_up=mirror.close,
        )
        self._studio.message(self.tr("Connecting to {host} …").format(host=host.address), "info")

    def stop(self) -> None:
        """Follow no longer. The run there goes on."""
        if self._job:
            self._job.cancel()
        self._end()

    def _show(self, _: bool) -> None:
        state, folder = self._studio.run_state, self._folder
        if folder is None or state.active:  # a run was started here meanwhile
            self.stop()
            return
        self._inbox = Inbox(folder)
        self._look.start()
        state.show(folder)
        self._studio.show_page("train")

    def _end(self) -> None:
        self._job = self._inbox = None
        self._look.stop()

    def _fail(self, sentence: str) -> None:
        self._end()
        self._studio.message(sentence, "error")

    def _leave_if_another_is_shown(self) -> None:
        if self._inbox and self._studio.run_state.folder != self._folder:
            self.stop()

    def _forward(self) -> None:
        """Tell the run there what its mirror was told, and a person what stands in the way."""
        if not (self._inbox and self._host and self._run and self._mirror):
            return
        if self._mirror.trouble != self._told:
            self._told = self._mirror.trouble
            if self._told:
                self._studio.message(self.tr("{sentence} It is tried again.").format(sentence=self._told), "warning")
        for command in self._inbox.poll():
            tell = partial(self._host.tell, self._run.folder, command.command, command.value)
            self._studio.background.run(tell, lambda _: None, self._say, owner=self, lane="remote commands")

    def _say(self, sentence: str) -> None:
        self._studio.message(sentence, "error")


def _first_of(mirror: Mirror) -> Iterator[bool]:
    """True when the first event is recorded, then nothing until the end: the window reads the folder."""
    events = mirror.events()
    yield from (True for _ in islice(events, 1))
    for _ in events:
        pass
