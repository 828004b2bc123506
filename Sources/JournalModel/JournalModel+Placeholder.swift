// The module's first file stands in for it until it is written.
