"""Measures the window from within: what ``alexnet bench window`` and ``alexnet bench drop`` start."""
