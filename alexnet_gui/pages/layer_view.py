"""What the Network page asks of each view of a layer."""

from typing import Protocol

from PySide6.QtGui import QImage

from alexnet_gui.figure.map_desk import Look


class LayerView(Protocol):
    """A widget that shows something of one layer of a network for one picture."""

    def show_layer(self, look: Look, name: str) -> None:
        """Show this layer, `alexnet_gui.figure.network_figure.INPUT` for the picture itself.

        Called while the view is in front: when it comes there, for another layer, for a later look. What a person
        chose within a layer stays through later looks at the same one.
        """
        ...

    def picture(self) -> QImage | None:
        """What is shown, for a file; None when there is nothing."""
        ...
