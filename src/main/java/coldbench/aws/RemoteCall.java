package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/**
 * One call of a deployed function.
 *
 * @param payload its answer, or its error
 * @param logTail the last 4 KB of its log, which ends with the {@code REPORT} line
 * @param functionError {@code Unhandled} when it failed
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
public record RemoteCall(byte[] payload, String logTail, Optional<String> functionError) {
  /**
   * Calls it and waits for its end.
   *
   * @param function its name in the account
   * @param event bytes of JSON
   * @throws AccountException if it cannot be called
   */
  public static RemoteCall make(Clients clients, String function, byte[] event) {
    InvokeResponse response =
        Remedies.calling(
            "invoke " + function,
            () ->
                clients
                    .functions()
                    .invoke(
                        request ->
                            request
                                .functionName(function)
                                .logType(LogType.TAIL)
                                .payload(SdkBytes.fromByteArray(event))));
    String log = Optional.ofNullable(response.logResult()).orElse("");
    return new RemoteCall(
        response.payload().asByteArray(),
        new String(Base64.getDecoder().decode(log), UTF_8),
        Optional.ofNullable(response.functionError()));
  }
}
