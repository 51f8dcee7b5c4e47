"""Rules, a module a frame type: patterns as data, each with examples and counter-examples that are its tests."""
