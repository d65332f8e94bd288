package coldbench.aws;

import coldbench.https.HttpsClient;
import coldbench.https.HttpsRequest;
import coldbench.https.TimeLimitException;
import coldbench.runtime.Clock;
import coldbench.runtime.HttpResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Signs calls, sends them, and tries again where that may help. */
final class Caller {
  /** AWS accepts five minutes; the SDKs mend from four on. */
  private static final long SKEW_MILLIS = 4 * 60_000;

  private final HttpsClient https;
  private final Credentials credentials;
  private final String region;
  private final Clock clock;
  private final Retries retries;
  private final Pause pause;
  private long skewMillis;

  Caller(
      HttpsClient https,
      Credentials credentials,
      String region,
      Clock clock,
      Retries retries,
      Pause pause) {
    this.https = https;
    this.credentials = credentials;
    this.region = region;
    this.clock = clock;
    this.retries = retries;
    this.pause = pause;
  }

  String region() {
    return region;
  }

  /** Returns the answer if its status is from 200 to 299. */
  HttpResponse send(Call call, String service) throws IOException {
    Signature signature = new Signature(credentials, region, service, service.equals("s3"));
    boolean mended = false;
    for (int tries = 1; ; tries++) {
      boolean outOfTime = false;
      IOException failure;
      try {
        HttpResponse response = https.send(signed(call, signature));
        if (response.status >= 200 && response.status < 300) {
          retries.earn(tries);
          return response;
        }
        ErrorAnswer answer = ErrorAnswer.of(response, credentials);
        failure = new AwsException(call.what(), response.status, answer);
        if (!mended && tries < Retries.MOST_TRIES && mendsClock(response, answer.code())) {
          mended = true;
          continue;
        }
        if (!Retries.isWorthAnotherTry(response.status, answer.code())) {
          throw failure;
        }
      } catch (AwsException e) {
        throw e;
      } catch (IOException e) {
        failure = e;
        outOfTime = e instanceof TimeLimitException;
      }
      if (tries == Retries.MOST_TRIES || !retries.pay(outOfTime)) {
        throw failure;
      }
      pause.of(retries.waitMillis(tries));
    }
  }

  private boolean mendsClock(HttpResponse response, String code) {
    if (!Retries.mayBeTheClock(code)) {
      return false;
    }
    OptionalLong theirs = HttpDate.parse(response.field("Date").orElse(""));
    long now = clock.epochMillis() + skewMillis;
    if (theirs.isEmpty() || Math.abs(theirs.getAsLong() - now) < SKEW_MILLIS) {
      return false;
    }
    skewMillis = theirs.getAsLong() - clock.epochMillis();
    return true;
  }

  private HttpsRequest signed(Call call, Signature signature) {
    String date = Signature.date(clock.epochMillis() + skewMillis);
    String hash = Sha256.hex(Sha256.hash(call.body()));
    Map<String, String> fields = new TreeMap<>(call.fields());
    fields.put("x-amz-date", date);
    credentials.sessionToken().ifPresent(token -> fields.put("x-amz-security-token", token));
    if (signature.pathAsIs()) {
      fields.put("x-amz-content-sha256", hash);
    }
    Map<String, String> signedFields = new TreeMap<>(fields);
    signedFields.put("host", call.host());
    Signature.Request request =
        new Signature.Request(call.method(), call.path(), call.query(), signedFields, hash);
    String url =
        "https://" + call.host() + call.path() + (call.query().isEmpty() ? "" : "?" + call.query());
    HttpsRequest https =
        HttpsRequest.of(call.method(), url, call.body())
            .with("Authorization", signature.authorization(request, date))
            .repeatable(); // as the SDKs do
    for (Map.Entry<String, String> field : fields.entrySet()) {
      https = https.with(field.getKey(), field.getValue());
    }
    return https;
  }
}
