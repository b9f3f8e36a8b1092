"""What moves the weights: the step and its optimiser, schedule, averaging, and what watches over them."""
