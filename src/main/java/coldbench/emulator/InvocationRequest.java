package coldbench.emulator;

import java.time.Duration;

/** One event on its way to a function. {@code deadlineMs} is in ms since the epoch. */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
record InvocationRequest(
    String requestId,
    String arn,
    String traceId,
    Duration timeout,
    long deadlineMs,
    byte[] event) {}
