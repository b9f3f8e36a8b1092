"""A run as the window knows it: the worker thread, the mailbox, the state that pages read, curves and words."""
