"""The desktop program: shows what the core says and asks the core for things."""
