package coldbench.url;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests to function URLs with Signature Version 4.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature
 *     Version 4</a>
 */
public final class Signer {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final Supplier<? extends AwsCredentialsIdentity> credentials;
  private final String region;

  /**
   * Signs for one region.
   *
   * @param credentials asked for each request, since they may expire
   */
  public Signer(Supplier<? extends AwsCredentialsIdentity> credentials, String region) {
    this.credentials = credentials;
    this.region = region;
  }

  /** Signs with the credentials that all AWS tools find; empty where there are none. */
  public static Optional<Signer> withCredentialsOfTheUser(String region) {
    DefaultCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    try {
      credentials.resolveCredentials();
    } catch (SdkClientException e) {
      return Optional.empty();
    }
    return Optional.of(new Signer(credentials::resolveCredentials, region));
  }

  /** The headers that a GET of {@code uri} needs besides {@code Host}. */
  Map<String, List<String>> headers(URI uri) {
    SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build();
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials.get())
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(signed.request().headers());
    headers.remove("Host");
    return headers;
  }
}
