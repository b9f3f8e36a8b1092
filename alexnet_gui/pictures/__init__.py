"""Pictures on their way through the window: classifier, batches, samples, albums."""
