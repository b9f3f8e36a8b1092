"""The PyTorch core of AlexNet Studio: train, look inside, classify. No Qt, ever."""
