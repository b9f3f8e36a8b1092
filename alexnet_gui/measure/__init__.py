"""Measures the window from within: what ``alexnet bench window``, ``drop`` and ``plot`` start."""
