"""The words of `core.recipe` as the translators' tools find them, and the labels of its choices.

The texts themselves live in the core; a test holds this table to them.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

TEXTS = (
    QT_TRANSLATE_NOOP("Recipe", "Data"),
    QT_TRANSLATE_NOOP("Recipe", "Network"),
    QT_TRANSLATE_NOOP("Recipe", "Training"),
    QT_TRANSLATE_NOOP("Recipe", "Machine"),
    QT_TRANSLATE_NOOP("Recipe", "Data set"),
    QT_TRANSLATE_NOOP("Recipe", "Limit"),
    QT_TRANSLATE_NOOP("Recipe", "Augmentation"),
    QT_TRANSLATE_NOOP("Recipe", "Activation"),
    QT_TRANSLATE_NOOP("Recipe", "Dropout"),
    QT_TRANSLATE_NOOP("Recipe", "Initialisation"),
    QT_TRANSLATE_NOOP("Recipe", "Epochs"),
    QT_TRANSLATE_NOOP("Recipe", "Batch size"),
    QT_TRANSLATE_NOOP("Recipe", "Optimiser"),
    QT_TRANSLATE_NOOP("Recipe", "Learning rate"),
    QT_TRANSLATE_NOOP("Recipe", "Schedule"),
    QT_TRANSLATE_NOOP("Recipe", "Momentum"),
    QT_TRANSLATE_NOOP("Recipe", "Weight decay"),
    QT_TRANSLATE_NOOP("Recipe", "Device"),
    QT_TRANSLATE_NOOP("Recipe", "Precision"),
    QT_TRANSLATE_NOOP("Recipe", "Seed"),
    QT_TRANSLATE_NOOP("Recipe", "pictures"),
    QT_TRANSLATE_NOOP("Recipe", "fashion-mnist, or a folder with one sub-folder of pictures a class."),
    QT_TRANSLATE_NOOP(
        "Recipe", "At most so many training and so many test pictures, balanced over the classes. Fewer is quicker."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "Random changes of each training picture: mirrored (flip), moved a little (crop). Eases over-fitting."
    ),
    QT_TRANSLATE_NOOP("Recipe", "AlexNet, or the older, smaller LeNet to compare."),
    QT_TRANSLATE_NOOP(
        "Recipe", "The default is ReLU for AlexNet and sigmoid for LeNet. A deep network of sigmoids hardly learns."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe",
        "Share of the hidden units silenced at random in each step. More of it over-fits less and learns slower.",
    ),
    QT_TRANSLATE_NOOP("Recipe", "How the first weights are drawn. Kaiming suits ReLU, Xavier suits sigmoid and tanh."),
    QT_TRANSLATE_NOOP("Recipe", "How often the network sees every training picture."),
    QT_TRANSLATE_NOOP("Recipe", "Pictures in one step. Larger needs more memory; if memory runs out, lower this."),
    QT_TRANSLATE_NOOP("Recipe", "How the gradient becomes a change of the weights."),
    QT_TRANSLATE_NOOP("Recipe", "Size of each change. If the loss becomes NaN or stays at the start, lower this."),
    QT_TRANSLATE_NOOP(
        "Recipe", "How the learning rate moves over the run: it stays, falls to zero, or rises first and then falls."
    ),
    QT_TRANSLATE_NOOP("Recipe", "How much of the last change SGD keeps. Adam has its own."),
    QT_TRANSLATE_NOOP("Recipe", "Pulls every weight towards zero in each step. A little of it eases over-fitting."),
    QT_TRANSLATE_NOOP("Recipe", "auto, cpu, cuda:0, mps or xpu; auto takes the fastest there is."),
    QT_TRANSLATE_NOOP(
        "Recipe", "bf16 is about twice as fast where the machine has it; auto tests once whether it is so here."
    ),
    QT_TRANSLATE_NOOP("Recipe", "The same seed on the same machine gives the same run."),
)

# what is chosen by word in the recipe, and how the window calls it
LABELS = {
    "fashion-mnist": QT_TRANSLATE_NOOP("Recipe", "Fashion-MNIST"),
    "flip": QT_TRANSLATE_NOOP("Recipe", "Flip"),
    "crop": QT_TRANSLATE_NOOP("Recipe", "Crop"),
    "alexnet": QT_TRANSLATE_NOOP("Recipe", "AlexNet"),
    "lenet": QT_TRANSLATE_NOOP("Recipe", "LeNet"),
    "default": QT_TRANSLATE_NOOP("Recipe", "Default"),
    "relu": QT_TRANSLATE_NOOP("Recipe", "ReLU"),
    "sigmoid": QT_TRANSLATE_NOOP("Recipe", "Sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("Recipe", "Tanh"),
    "kaiming": QT_TRANSLATE_NOOP("Recipe", "Kaiming"),
    "xavier": QT_TRANSLATE_NOOP("Recipe", "Xavier"),
    "adam": QT_TRANSLATE_NOOP("Recipe", "Adam"),
    "adamw": QT_TRANSLATE_NOOP("Recipe", "AdamW"),
    "sgd": QT_TRANSLATE_NOOP("Recipe", "SGD"),
    "constant": QT_TRANSLATE_NOOP("Recipe", "Constant"),
    "cosine": QT_TRANSLATE_NOOP("Recipe", "Cosine"),
    "one-cycle": QT_TRANSLATE_NOOP("Recipe", "One cycle"),
    "auto": QT_TRANSLATE_NOOP("Recipe", "Automatic"),
    "fp32": QT_TRANSLATE_NOOP("Recipe", "fp32"),
    "bf16": QT_TRANSLATE_NOOP("Recipe", "bf16"),
    "fp16": QT_TRANSLATE_NOOP("Recipe", "fp16"),
}

PRESETS = {
    "book": QT_TRANSLATE_NOOP("Recipe", "AlexNet as in the book"),
    "fast": QT_TRANSLATE_NOOP("Recipe", "AlexNet in one epoch"),
    "lenet": QT_TRANSLATE_NOOP("Recipe", "LeNet as in the book"),
}


def said(text: str) -> str:
    """A text of the recipe in the language of the window."""
    return QCoreApplication.translate("Recipe", text)


def label(value: str) -> str:
    """A value of the recipe as the window calls it; a value without a name is called by itself."""
    return said(str(LABELS[value])) if value in LABELS else value


def preset_label(name: str) -> str:
    """A shipped recipe as the window calls it."""
    return said(str(PRESETS[name])) if name in PRESETS else name
