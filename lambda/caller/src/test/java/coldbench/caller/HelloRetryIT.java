package coldbench.caller;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.testing.Launcher;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that wants another hello. That it may ask for another group, {@link HandshakeIT} shows:
 * natively, P-256 and P-384 are agreed upon so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-4.1.4">Hello Retry Request</a>
 */
class HelloRetryIT extends TrustedServerCase {
  private static final String P_256 = "0033 0002 0017";
  private static final String COOKIE = "002c 0004 0002 cafe";
  @TempDir private Path folder;

  static Stream<Launcher> natives() {
    return launchers().filter(Launcher::isNative);
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aCookieIsSentBack(Launcher launcher) throws Exception {
    assumeTrue(OpensslServer.isInstalled());
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (String group : new String[] {"X25519", "P-256"}) {
        try (OpensslServer server =
            OpensslServer.start(folder, identity, "-tls1_3", "-stateless", "-groups", group)) {
          assertThat(calls.get(server.url())).as(group).contains("\"status\": 200");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("natives")
  void aWishThatNoServerMayHaveIsRefused(Launcher launcher) throws Exception {
    refused(launcher, "TlsIllegalParameter", "for nothing else", "");
    refused(launcher, "TlsIllegalParameter", "for a group that was offered", "0033 0002 001d");
    refused(launcher, "TlsIllegalParameter", "for an unknown group", "0033 0002 0019");
    refused(launcher, "TlsUnexpectedMessage", "twice", P_256, P_256);
    refused(launcher, "TlsDecodeError", "for half of a group", "0033 0001 00");
    refused(launcher, "TlsDecodeError", "with a cookie cut short", "002c 0003 0009 ca");
  }

  @ParameterizedTest
  @MethodSource("natives")
  void aServerKeepsToWhatItAskedFor(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server = new TlsServer(identity, (request, to) -> to.answer("in"));
        Proxy proxy = new Proxy(server.port(), (record, number, client) -> {})) {
      proxy.become(
          (record, number, client) -> {
            client.write(number == 0 ? retry(record, P_256) : new byte[0]);
            client.write(record);
          });
      assertThat(calls.get(proxy.url())).as("another group").contains("TlsIllegalParameter");
      proxy.become(
          (record, number, client) -> {
            if (number == 0) {
              byte[] retry = retry(record, COOKIE);
              retry[77] ^= 3; // 1301 and 1302: two suites on offer
              client.write(retry);
            }
            client.write(record);
          });
      assertThat(calls.get(proxy.url())).as("another suite").contains("TlsIllegalParameter");
      proxy.become((record, number, client) -> client.write(record));
      assertThat(calls.get(proxy.url())).contains("\"body\": \"in\"");
    }
  }

  @ParameterizedTest
  @MethodSource("natives")
  void aGroupWithoutAShareOfOursIsRefused(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server = new TlsServer(identity, (request, to) -> to.answer("in"));
        Proxy proxy = new Proxy(server.port(), (record, number, client) -> {})) {
      proxy.become(
          (record, number, client) -> {
            if (number == 0) {
              byte[] share = HexFormat.of().parseHex("00330024001d0020");
              int at = new String(record, ISO_8859_1).indexOf(new String(share, ISO_8859_1));
              assertThat(at).isPositive();
              record[at + 5] = 0x17; // P-256 in place of X25519
            }
            client.write(record);
          });
      assertThat(calls.get(proxy.url())).contains("TlsIllegalParameter");
    }
  }

  /** What a server's hello becomes: requests with such extensions. */
  private static void refused(
      Launcher launcher, String error, String what, String... extensionsOfEach) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server = new TlsServer(identity, (request, to) -> to.answer("in"));
        Proxy proxy = new Proxy(server.port(), (record, number, client) -> {})) {
      proxy.become(
          (record, number, client) -> {
            for (String extensions : number == 0 ? extensionsOfEach : new String[0]) {
              client.write(retry(record, extensions));
            }
          });
      assertThat(calls.get(proxy.url())).as(what).contains("TlsException").contains(error);
      assertThat(calls.process().exitedWithin(0)).isFalse();
    }
  }

  /** A HelloRetryRequest with the session and the suite of a ServerHello. */
  private static byte[] retry(byte[] serverHello, String extensions) {
    byte[] more = HexFormat.of().parseHex("002b 0002 0304".concat(extensions).replace(" ", ""));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(serverHello, 0, 79); // to the compression, with a session of 32 bytes
    bytes.write(more.length >> 8);
    bytes.write(more.length);
    bytes.writeBytes(more);
    byte[] retry = bytes.toByteArray();
    System.arraycopy(sha256("HelloRetryRequest"), 0, retry, 11, 32);
    ByteBuffer.wrap(retry)
        .putShort(3, (short) (retry.length - 5))
        .putInt(5, 2 << 24 | retry.length - 9);
    return retry;
  }

  /** RFC 8446, 4.1.3: the random bytes that tell it from a ServerHello. */
  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
