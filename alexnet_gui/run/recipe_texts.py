"""The words of `core.recipe` as the translators' tools find them, and the labels of its choices.

The texts themselves live in the core; a test holds this table to them.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.catalogue import SETS

TEXTS = (
    QT_TRANSLATE_NOOP("Recipe", "Data"),
    QT_TRANSLATE_NOOP("Recipe", "Network"),
    QT_TRANSLATE_NOOP("Recipe", "Training"),
    QT_TRANSLATE_NOOP("Recipe", "Schedule"),
    QT_TRANSLATE_NOOP("Recipe", "Regularisation"),
    QT_TRANSLATE_NOOP("Recipe", "Machine"),
    QT_TRANSLATE_NOOP("Recipe", "Data set"),
    QT_TRANSLATE_NOOP("Recipe", "Limit"),
    QT_TRANSLATE_NOOP("Recipe", "Augmentation"),
    QT_TRANSLATE_NOOP("Recipe", "Strength"),
    QT_TRANSLATE_NOOP("Recipe", "Split seed"),
    QT_TRANSLATE_NOOP("Recipe", "Weigh classes"),
    QT_TRANSLATE_NOOP("Recipe", "Activation"),
    QT_TRANSLATE_NOOP("Recipe", "Dropout"),
    QT_TRANSLATE_NOOP("Recipe", "Batch normalisation"),
    QT_TRANSLATE_NOOP("Recipe", "Initialisation"),
    QT_TRANSLATE_NOOP("Recipe", "Epochs"),
    QT_TRANSLATE_NOOP("Recipe", "Batch size"),
    QT_TRANSLATE_NOOP("Recipe", "Optimiser"),
    QT_TRANSLATE_NOOP("Recipe", "Learning rate"),
    QT_TRANSLATE_NOOP("Recipe", "Momentum"),
    QT_TRANSLATE_NOOP("Recipe", "Warm-up"),
    QT_TRANSLATE_NOOP("Recipe", "Drop every"),
    QT_TRANSLATE_NOOP("Recipe", "Drop to"),
    QT_TRANSLATE_NOOP("Recipe", "Weight decay"),
    QT_TRANSLATE_NOOP("Recipe", "Label smoothing"),
    QT_TRANSLATE_NOOP("Recipe", "Clip gradient"),
    QT_TRANSLATE_NOOP("Recipe", "Average weights"),
    QT_TRANSLATE_NOOP("Recipe", "Patience"),
    QT_TRANSLATE_NOOP("Recipe", "Test views"),
    QT_TRANSLATE_NOOP("Recipe", "Parts of a batch"),
    QT_TRANSLATE_NOOP("Recipe", "Device"),
    QT_TRANSLATE_NOOP("Recipe", "Precision"),
    QT_TRANSLATE_NOOP("Recipe", "Seed"),
    QT_TRANSLATE_NOOP("Recipe", "pictures"),
    QT_TRANSLATE_NOOP("Recipe", "epochs"),
    QT_TRANSLATE_NOOP(
        "Recipe",
        "fashion-mnist, a known set that was downloaded, or a folder with one sub-folder of pictures a class.",
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "At most so many training and so many test pictures, balanced over the classes. Fewer is quicker."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "Which fifth of a folder's pictures is the test split, where it has no train/ and test/ of its own."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "Random changes of each training picture, so that none is ever seen twice alike. Eases over-fitting."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "How far the random changes go: 0.5 is half as far, 2 twice. Too far, and training becomes hard."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "Let a picture of a rare class count for more. Helps where classes have very different sizes."
    ),
    QT_TRANSLATE_NOOP("Recipe", "AlexNet, or the older, smaller LeNet to compare."),
    QT_TRANSLATE_NOOP(
        "Recipe", "The default is ReLU for AlexNet and sigmoid for LeNet. A deep network of sigmoids hardly learns."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe",
        "Share of the hidden units silenced at random in each step. More of it over-fits less and learns slower.",
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "Keeps what each convolution of AlexNet puts out at one scale. Learns faster and bears larger rates."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "How the first weights are drawn: Kaiming suits ReLU, Xavier sigmoid and tanh, paper is that of 2012."
    ),
    QT_TRANSLATE_NOOP("Recipe", "How often the network sees every training picture."),
    QT_TRANSLATE_NOOP("Recipe", "Pictures in one step. Larger needs more memory; if memory runs out, lower this."),
    QT_TRANSLATE_NOOP(
        "Recipe",
        "How the gradient becomes a change of the weights. Muon is for convolutions; the rest then gets AdamW.",
    ),
    QT_TRANSLATE_NOOP("Recipe", "Size of each change. If the loss becomes NaN or stays at the start, lower this."),
    QT_TRANSLATE_NOOP("Recipe", "How much of the last change SGD and Muon keep. Adam has its own."),
    QT_TRANSLATE_NOOP(
        "Recipe",
        "How the learning rate moves over the run: it stays, drops in steps, falls to zero, or rises and falls.",
    ),
    QT_TRANSLATE_NOOP("Recipe", "So long the learning rate rises first. If the loss jumps at the start, raise this."),
    QT_TRANSLATE_NOOP("Recipe", "For the schedule in steps: after so many epochs the learning rate drops."),
    QT_TRANSLATE_NOOP("Recipe", "For the schedule in steps: what is left of the learning rate after each drop."),
    QT_TRANSLATE_NOOP("Recipe", "Pulls every weight towards zero in each step. A little of it eases over-fitting."),
    QT_TRANSLATE_NOOP(
        "Recipe",
        "Share of the target given to all classes alike, so that the network does not grow too sure of itself.",
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "A gradient longer than this is shortened to it; 0 clips nothing. If the loss explodes, try 1."
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "Tests and keeps a moving average of the weights: 0.999 averages about 1,000 steps, 0 none."
    ),
    QT_TRANSLATE_NOOP("Recipe", "Ends the run when the test accuracy has not risen for so many epochs; 0 never does."),
    QT_TRANSLATE_NOOP(
        "Recipe",
        "Test each picture once, or as in 2012 in ten views, their answers averaged: better, ten times slower.",
    ),
    QT_TRANSLATE_NOOP(
        "Recipe", "Work through each batch in so many parts: the same effective batch in less memory, a little slower."
    ),
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
    "shift": QT_TRANSLATE_NOOP("Recipe", "Shift"),
    "crop": QT_TRANSLATE_NOOP("Recipe", "Crop"),
    "rotate": QT_TRANSLATE_NOOP("Recipe", "Rotate"),
    "color": QT_TRANSLATE_NOOP("Recipe", "Colour"),
    "pca": QT_TRANSLATE_NOOP("Recipe", "PCA colour"),
    "erase": QT_TRANSLATE_NOOP("Recipe", "Erase"),
    "alexnet": QT_TRANSLATE_NOOP("Recipe", "AlexNet"),
    "lenet": QT_TRANSLATE_NOOP("Recipe", "LeNet"),
    "default": QT_TRANSLATE_NOOP("Recipe", "Default"),
    "relu": QT_TRANSLATE_NOOP("Recipe", "ReLU"),
    "sigmoid": QT_TRANSLATE_NOOP("Recipe", "Sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("Recipe", "Tanh"),
    "kaiming": QT_TRANSLATE_NOOP("Recipe", "Kaiming"),
    "xavier": QT_TRANSLATE_NOOP("Recipe", "Xavier"),
    "paper": QT_TRANSLATE_NOOP("Recipe", "Paper"),
    "adam": QT_TRANSLATE_NOOP("Recipe", "Adam"),
    "adamw": QT_TRANSLATE_NOOP("Recipe", "AdamW"),
    "sgd": QT_TRANSLATE_NOOP("Recipe", "SGD"),
    "muon": QT_TRANSLATE_NOOP("Recipe", "Muon"),
    "constant": QT_TRANSLATE_NOOP("Recipe", "Constant"),
    "step": QT_TRANSLATE_NOOP("Recipe", "Steps"),
    "linear": QT_TRANSLATE_NOOP("Recipe", "Linear"),
    "cosine": QT_TRANSLATE_NOOP("Recipe", "Cosine"),
    "one-cycle": QT_TRANSLATE_NOOP("Recipe", "One cycle"),
    "one": QT_TRANSLATE_NOOP("Recipe", "One"),
    "ten-crop": QT_TRANSLATE_NOOP("Recipe", "Ten-crop"),
    "auto": QT_TRANSLATE_NOOP("Recipe", "Automatic"),
    "fp32": QT_TRANSLATE_NOOP("Recipe", "fp32"),
    "bf16": QT_TRANSLATE_NOOP("Recipe", "bf16"),
    "fp16": QT_TRANSLATE_NOOP("Recipe", "fp16"),
}

PRESETS = {
    "best": QT_TRANSLATE_NOOP("Recipe", "AlexNet at its best in five epochs"),
    "book": QT_TRANSLATE_NOOP("Recipe", "AlexNet as in the book"),
    "fast": QT_TRANSLATE_NOOP("Recipe", "AlexNet in one epoch"),
    "lenet": QT_TRANSLATE_NOOP("Recipe", "LeNet as in the book"),
}


def said(text: str) -> str:
    """A text of the recipe in the language of the window."""
    return QCoreApplication.translate("Recipe", text)


def label(value: str) -> str:
    """A value of the recipe as the window calls it; a value without a name is called by itself."""
    if value in SETS:
        return SETS[value].title  # a name, the same in every language
    return said(str(LABELS[value])) if value in LABELS else value


def preset_label(name: str) -> str:
    """A shipped recipe as the window calls it."""
    return said(str(PRESETS[name])) if name in PRESETS else name
