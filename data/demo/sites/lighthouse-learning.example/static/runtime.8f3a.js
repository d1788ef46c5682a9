// Nothing to see: it stands for a framework's runtime.
