"""The frame of the window: toolbar, menus, status line, page stack, drops, leaving."""
