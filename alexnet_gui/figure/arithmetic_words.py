"""The arithmetic of a unit in words and numbers."""

from PySide6.QtCore import QCoreApplication

from alexnet_gui.figure.arithmetic_stops import MOST_TERMS, Stop, What
from alexnet_gui.figure.map_statistics import number_text
from alexnet_gui.figure.unit_look import UnitLook
from alexnet_gui.formatting import count
from core.arithmetic.parts import Activation, Convolution, Normalisation, Part, Pooling, Unit, WeightedSum

translate = QCoreApplication.translate
DIGITS = 4


def number(value: float) -> str:
    """A number of a calculation."""
    return number_text(value, DIGITS)


def in_brackets(value: float) -> str:
    """A number that follows a sign of its own: (−0.5)."""
    text = number(value)
    return f"({text})" if text.startswith("−") else text


def unit_text(unit: Unit) -> str:
    """Where a unit is: "channel 3, row 4, column 5", "unit 17"."""
    if len(unit) == 1:
        return translate("Arithmetic", "unit {unit}").format(unit=unit[0])
    channel, row, column = unit
    return translate("Arithmetic", "channel {channel}, row {row}, column {column}").format(
        channel=channel, row=row, column=column
    )


def chain(look: UnitLook) -> list[tuple[What, int, str]]:
    """What is done one after the other, each with the number of its part: for a line of words with arrows."""
    parts = [(What.FUNCTION, place, part_text(part)) for place, part in enumerate(look.trace)]
    if look.answer is None:
        return parts
    last = len(look.trace.parts) - 1
    probability = number(float(look.answer.probabilities[look.trace.last.unit[0]]))
    parts.append((What.SOFTMAX, last, translate("Arithmetic", "softmax {value}").format(value=probability)))
    if look.loss is not None:
        parts.append((What.LOSS, last, translate("Arithmetic", "loss {value}").format(value=number(look.loss))))
    return parts


def part_text(part: Part) -> str:
    """A part in a few words: "Σ patch × kernel −0.41 + bias 0.03 = −0.38", "ReLU 0"."""
    value = number(part.value)
    if isinstance(part, Convolution):
        text = translate("Arithmetic", "Σ patch × kernel {sum} + bias {bias} = {value}")
        return text.format(sum=number(part.value - part.bias), bias=in_brackets(part.bias), value=value)
    if isinstance(part, WeightedSum):
        text = translate("Arithmetic", "Σ input × weight {sum} + bias {bias} = {value}")
        return text.format(sum=number(part.value - part.bias), bias=in_brackets(part.bias), value=value)
    if isinstance(part, Pooling):
        largest, mean = (
            translate("Arithmetic", "largest of {window} {value}"),
            translate("Arithmetic", "mean of {window} {value}"),
        )
        return (largest if part.divisor is None else mean).format(window=window_text(part), value=value)
    if isinstance(part, Normalisation):
        return translate("Arithmetic", "normalised {value}").format(value=value)
    return f"{part.kind} {value}"


def window_text(part: Pooling) -> str:
    """The size of a pooled window: "3×3"."""
    return "×".join(str(side) for side in part.values.shape)


def stop_text(look: UnitLook, stop: Stop) -> str:
    """One sentence about a stop."""
    part = look.trace.parts[stop.part]
    match stop.what:
        case What.CHANNEL if isinstance(part, Convolution):
            text = translate("Arithmetic", "Input channel {channel} ({rank} of {count}) adds {term}: {sum} so far")
            return text.format(
                channel=part.first_channel + stop.index,
                rank=stop.index + 1,
                count=len(part.patch),
                term=number(float(part.sums[stop.index])),
                sum=number(float(part.sums[: stop.index + 1].sum())),
            )
        case What.TERM | What.REST if isinstance(part, WeightedSum):
            return _term_text(part, stop)
        case What.BIAS:
            text = translate("Arithmetic", "The bias belongs to the unit, whatever it sees: {value}")
            return text.format(value=number(part.value))
        case What.SOFTMAX:
            return translate("Arithmetic", "Softmax: each logit's exponential, divided by the sum of all of them")
        case What.LOSS:
            return translate("Arithmetic", "Cross-entropy: the less probable the true class, the larger the loss")
    return function_text(part)


def _term_text(part: WeightedSum, stop: Stop) -> str:
    strongest = part.strongest(MOST_TERMS)
    products = part.products
    if stop.what is What.REST:
        text = translate("Arithmetic", "The other {count} inputs together add {term}: {sum} so far")
        total = products.sum()
        others = len(products) - len(strongest)
        return text.format(count=count(others), term=number(total - products[strongest].sum()), sum=number(total))
    text = translate("Arithmetic", "Strongest first: {unit} adds {term}: {sum} so far")
    return text.format(
        unit=unit_text(part.source_at(int(strongest[stop.index]))),
        term=number(float(products[strongest[stop.index]])),
        sum=number(float(products[strongest[: stop.index + 1]].sum())),
    )


def function_text(part: Part) -> str:
    """What a layer does, in a sentence."""
    if isinstance(part, Pooling):
        if part.divisor is None:
            return translate("Arithmetic", "Max-pooling keeps the largest value of its window")
        return translate("Arithmetic", "Average pooling takes the mean of its window")
    if isinstance(part, Normalisation):
        return translate("Arithmetic", "Batch normalisation, by what training kept of mean and variance")
    if isinstance(part, Activation):
        return {
            "ReLU": translate("Arithmetic", "ReLU lets through what is positive and makes 0 of the rest"),
            "Sigmoid": translate("Arithmetic", "The sigmoid brings every number between 0 and 1"),
            "Tanh": translate("Arithmetic", "The hyperbolic tangent brings every number between −1 and 1"),
        }[part.kind]
    if part.kind == "Dropout":
        return translate("Arithmetic", "Dropout does nothing outside training")
    return translate("Arithmetic", "The value goes through as it is")


def formula(part: Part) -> tuple[str, str]:
    """What is computed, with names and with numbers."""
    value = number(part.value)
    if isinstance(part, Convolution | WeightedSum):
        sums = number(part.value - part.bias)
        return translate("Arithmetic", "sum of all products + bias"), f"{sums} + {in_brackets(part.bias)} = {value}"
    if isinstance(part, Normalisation):
        names = translate("Arithmetic", "(x − mean) / √(variance + ε) × weight + bias")
        numbers = (
            f"({number(part.before)} − {in_brackets(part.mean)}) / √({number(part.variance)} + {number(part.epsilon)})"
            f" × {in_brackets(part.weight)} + {in_brackets(part.bias)} = {value}"
        )
        return names, numbers
    if isinstance(part, Activation):
        before = number(part.before)
        return {
            "ReLU": ("max(0, x)", f"max(0, {before}) = {value}"),
            "Sigmoid": ("1 / (1 + exp(−x))", f"1 / (1 + exp({number(-part.before)})) = {value}"),
            "Tanh": ("tanh(x)", f"tanh({before}) = {value}"),
        }[part.kind]
    return "x", value


def pooling_formula(part: Pooling) -> str:
    """How a window becomes one number."""
    value = number(part.value)
    if part.divisor is None:
        text = translate("Arithmetic", "The largest of {window}: {value}")
        return text.format(window=window_text(part), value=value)
    text = translate("Arithmetic", "Sum {sum} / {count} = {value}")
    return text.format(sum=number(part.values.sum()), count=number(part.divisor), value=value)


def loss_text(look: UnitLook) -> str:
    """The loss with its numbers; a sentence where the true class is not known."""
    answer = look.answer
    if answer is None or look.truth is None or look.loss is None:
        return translate("Arithmetic", "The true class of this picture is not known, so there is no loss.")
    text = translate(
        "Arithmetic", "Loss: −log({probability}) = log({total}) − ({logit} − {largest}) = {loss}, for {name}"
    )
    return text.format(
        probability=number(answer.probabilities[look.truth]),
        total=number(answer.total),
        logit=in_brackets(answer.logits[look.truth]),
        largest=in_brackets(answer.shift),
        loss=number(look.loss),
        name=look.classes[look.truth],
    )


def result_text(look: UnitLook) -> tuple[str, str]:
    """The value beside the network's own, in short and in full."""
    last = look.trace.last
    difference = abs(last.value - last.network)
    if difference <= 1e-4 * max(1.0, abs(last.network)) or str(last.value) == str(last.network):  # nan is nan
        same, logit = (
            translate("Arithmetic", "= {value}, as the network has it"),
            translate("Arithmetic", "logit {value}, as the network has it"),
        )
        short = (logit if look.answer else same).format(value=number(last.value))
    else:
        short = translate("Arithmetic", "= {value}; the network has {network}").format(
            value=number(last.value), network=number(last.network)
        )
    full = translate("Arithmetic", "Here {value}, in the network {network}: {difference} apart").format(
        value=number_text(last.value, 9), network=number_text(last.network, 9), difference=number_text(difference, 2)
    )
    return short, full
