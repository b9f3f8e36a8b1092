"""What goes out of a recorded run, for other programs and for people. No Qt; torch only where weights are looked at."""
