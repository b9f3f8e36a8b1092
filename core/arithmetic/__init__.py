"""How one value of a layer comes about, in numbers that a person can follow."""
