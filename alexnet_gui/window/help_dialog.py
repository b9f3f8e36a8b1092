"""What this program is, what its words mean, and that nothing leaves the computer."""

from importlib.metadata import version

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget


class HelpDialog(QDialog):
    """A text to read, in the language of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self._text = QTextBrowser()
        self._text.setOpenExternalLinks(True)
        self._text.document().setDocumentMargin(16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._text)
        column.addWidget(buttons)
        self.resize(640, 560)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Glossary and about"))
        self._text.setAccessibleName(self.tr("Glossary and about"))
        words = "".join(f"<p><b>{word}</b><br>{meaning}</p>" for word, meaning in self._glossary())
        heading = self.tr("Words")
        self._text.setHtml(f"{self._about()}<h3>{heading}</h3>{words}")

    def _about(self) -> str:
        paragraphs = (
            self.tr("Watch a convolutional network learn: train AlexNet, look inside it, classify with it."),
            self.tr("<b>Nothing leaves your computer.</b> Pictures, runs and networks stay on it; nothing is sent, "
                    "and nothing is downloaded."),
            self.tr("AlexNet Studio is free software under the MIT licence. Fashion-MNIST is by Zalando Research, "
                    "under the MIT licence too."),
        )  # fmt: skip
        title = f"<h2>AlexNet Studio {version('alexnet-studio')}</h2>"
        return title + "".join(f"<p>{text}</p>" for text in paragraphs)

    def _glossary(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Run"), self.tr("One training from its recipe to its end, kept in a folder of its own.")),
            (self.tr("Recipe"), self.tr("All that decides how a run goes: data set, network, learning rate, …")),
            (self.tr("Step"), self.tr("One change of the weights, made from one batch of pictures.")),
            (self.tr("Batch"), self.tr("The pictures that the network sees in one step.")),
            (self.tr("Epoch"), self.tr("As many steps as it takes to see every training picture once.")),
            (self.tr("Loss"), self.tr("How wrong the network is: the mean cross-entropy. 0 is perfect; "
                                      "guessing among ten classes gives 2.3.")),
            (self.tr("Accuracy"), self.tr("The share of pictures whose class the network names rightly.")),
            (self.tr("Learning rate"), self.tr("The size of each change of the weights.")),
            (self.tr("Feature map"), self.tr("What one filter of a layer answers at every place of the picture.")),
            (self.tr("Receptive field"), self.tr("The part of the picture that one value of a feature map sees.")),
            (self.tr("Logits"), self.tr("The network's ten answers before they are made probabilities.")),
            (self.tr("Checkpoint"), self.tr("The state of a run on the disk, from which it can go on exactly.")),
        )  # fmt: skip
