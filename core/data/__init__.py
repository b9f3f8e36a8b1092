"""Data sets and the one preparation that makes network input of any picture."""
