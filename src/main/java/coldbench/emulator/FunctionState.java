package coldbench.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A function as {@code GetFunction} describes it.
 *
 * @param codeSize size of the package as a zip file, in bytes
 * @param codeSha256 SHA-256 of that zip file, in base64
 * @param revisionId changes with every update
 * @param state {@code Active}
 * @param lastUpdateStatus {@code Successful}, {@code InProgress} or {@code Failed}
 * @param lastUpdateStatusReason why it is not {@code Successful}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html">
 *     FunctionConfiguration</a>
 */
public record FunctionState(
    String name,
    String arn,
    String runtime,
    String architecture,
    String handler,
    int memoryMb,
    Duration timeout,
    Map<String, String> environment,
    long codeSize,
    String codeSha256,
    String version,
    Instant lastModified,
    String revisionId,
    String state,
    String lastUpdateStatus,
    Optional<String> lastUpdateStatusReason) {}
