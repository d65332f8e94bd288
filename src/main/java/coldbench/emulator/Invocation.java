package coldbench.emulator;

import java.util.Optional;

/**
 * The answer to a synchronous invocation, as Lambda's Invoke gives it.
 *
 * @param statusCode 200, also when the function failed
 * @param functionError {@code Unhandled} when the function failed; the payload is then {@code
 *     {"errorType", "errorMessage", …}}
 * @param payload the function's answer or its error, as bytes of JSON
 * @param logTail the last 4 KB of the invocation's log, as plain text; its last line is the {@code
 *     REPORT} line
 * @param executedVersion {@code $LATEST}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
public record Invocation(
    int statusCode,
    Optional<String> functionError,
    byte[] payload,
    String logTail,
    String executedVersion) {}
