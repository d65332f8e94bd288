package coldbench.roundtrip;

import coldbench.json.Json;
import coldbench.json.JsonCodecs;
import coldbench.json.JsonHandler;
import coldbench.runtime.LambdaRuntime;
import java.util.Base64;

/** Where the process starts. */
public final class Main {
  private Main() {}

  /**
   * What to read.
   *
   * @param base64 the bytes
   */
  @Json
  record Job(String type, String base64) {}

  public static void main(String[] args) {
    LambdaRuntime.run(
        init ->
            JsonHandler.of(
                Main_JobJson.CODEC,
                JsonCodecs.ofString(),
                (job, context) ->
                    Outcome.of(job.type(), Base64.getDecoder().decode(job.base64()))));
  }
}
