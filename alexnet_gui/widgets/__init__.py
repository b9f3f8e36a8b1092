"""Reusable widgets: they take values and emit signals, and know neither core nor pages."""
