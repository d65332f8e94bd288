package coldbench.faults;

/**
 * What really happened in one invocation, beside what the machine was told of it.
 *
 * @param memoryMb of the sandbox that answered
 * @param suppressed whether its init was repeated inside the call
 * @param right whether the answer was right and its log whole
 */
record Invoked(
    String function,
    int memoryMb,
    boolean cold,
    boolean suppressed,
    boolean right,
    double initMs,
    double durationMs,
    int billedMs,
    int maxMemoryMb) {}
