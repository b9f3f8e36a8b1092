"""What is said of a network, layer by layer: plain numbers, ready to draw and to print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer on one picture. Shapes are without the batch dimension: (C, H, W), or (N,) of a vector."""

    name: str  # in the module, e.g. "conv.0"
    kind: str  # of torch.nn, e.g. "Conv2d"
    label: str  # for a person, e.g. "Conv 96 · 11×11 /4"
    input_shape: tuple[int, ...]
    output_shape: tuple[int, ...]
    parameters: int
    multiply_adds: int  # of convolutions and linear layers; biases, activations and pooling count nothing
    bytes: int  # of its parameters in fp32
    activation_bytes: int  # of its output in fp32
    kernel: int | None  # side of the window, None where the layer has none
    stride: int | None
    padding: int | None
    receptive_field: int | None  # side in input pixels of what a unit sees, None for the whole picture
    jump: int | None  # from a unit's receptive field to its neighbour's, in input pixels

    def reads(self, units: range, axis: int) -> range:
        """Which units of its input these units of its output come from, along an axis of (C, H, W)."""
        if self.kernel is None or self.stride is None or self.padding is None:
            return units
        first = units.start * self.stride - self.padding
        last = (units.stop - 1) * self.stride - self.padding + self.kernel
        return range(max(first, 0), min(last, self.input_shape[axis]))


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the layers, for one picture forward."""

    parameters: int
    multiply_adds: int
    bytes: int
    activation_bytes: int


@dataclass(frozen=True, slots=True)
class Description:
    """A network, its layers in the order of computation."""

    model: str  # the name of its class, e.g. "AlexNet"
    input_shape: tuple[int, int, int]  # (C, H, W)
    layers: tuple[Layer, ...]

    @property
    def totals(self) -> Totals:
        return Totals(
            parameters=sum(layer.parameters for layer in self.layers),
            multiply_adds=sum(layer.multiply_adds for layer in self.layers),
            bytes=sum(layer.bytes for layer in self.layers),
            activation_bytes=sum(layer.activation_bytes for layer in self.layers),
        )

    def layer(self, name: str) -> Layer:
        """The layer of that name. Raises KeyError when there is none."""
        return self.layers[self._index(name)]

    def patch(self, name: str, row: int, column: int) -> tuple[int, int, int, int]:
        """What the unit at (row, column) of that layer's maps sees of the input.

        (left, top, right, bottom) in input pixels, ends excluded, within the picture: at an edge it is smaller
        than the receptive field, which reaches into the padding there. Raises KeyError for an unknown layer.
        """
        index = self._index(name)
        if self.layers[index].receptive_field is None:
            _, height, width = self.input_shape
            return 0, 0, width, height
        rows, columns = range(row, row + 1), range(column, column + 1)
        for layer in reversed(self.layers[: index + 1]):
            rows, columns = layer.reads(rows, axis=1), layer.reads(columns, axis=2)
        return columns.start, rows.start, columns.stop, rows.stop

    def _index(self, name: str) -> int:
        for index, layer in enumerate(self.layers):
            if layer.name == name:
                return index
        raise KeyError(name)
