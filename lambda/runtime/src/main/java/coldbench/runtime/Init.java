package coldbench.runtime;

/** What a handler can be made of during init. */
public record Init(Environment environment, Clock clock, Logger logger) {}
