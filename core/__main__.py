"""``python -m core …`` is ``alexnet …``."""

import sys

from core.terminal import main

if __name__ == "__main__":
    sys.exit(main())
