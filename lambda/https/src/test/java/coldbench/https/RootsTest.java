package coldbench.https;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The roots that are trusted by default. */
class RootsTest {
  private static final Pattern ENTRY =
      Pattern.compile(
          "# (.*), (\\S+) to (\\S+), SHA-256 (\\w{64})\n(-----BEGIN[^#]*END CERTIFICATE-----\n)");

  /** As Amazon publishes them: https://www.amazontrust.com/repository/. */
  private static final Map<String, String> FINGERPRINTS =
      Map.of(
          "Amazon Root CA 1",
          "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
          "Amazon Root CA 2",
          "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4",
          "Amazon Root CA 3",
          "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
          "Amazon Root CA 4",
          "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092",
          "Starfield Services Root Certificate Authority - G2",
          "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5");

  private record Root(String name, String from, String to, String hash, X509Certificate own) {}

  private static List<Root> roots() throws Exception {
    String path = "/META-INF/coldbench/native/coldbench-tls/amazon-roots.pem";
    try (InputStream in = RootsTest.class.getResourceAsStream(path)) {
      List<Root> roots = new ArrayList<>();
      Matcher entry = ENTRY.matcher(new String(in.readAllBytes(), US_ASCII));
      while (entry.find()) {
        X509Certificate own =
            (X509Certificate)
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                        new ByteArrayInputStream(entry.group(5).getBytes(US_ASCII)));
        roots.add(new Root(entry.group(1), entry.group(2), entry.group(3), entry.group(4), own));
      }
      return roots;
    }
  }

  @Test
  void theRootsAreAmazonsAndWhatTheFileSaysOfThem() throws Exception {
    assertThat(roots()).hasSize(FINGERPRINTS.size());
    for (Root root : roots()) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(root.own().getEncoded());
      assertThat(HexFormat.of().formatHex(hash))
          .isEqualTo(root.hash())
          .isEqualTo(FINGERPRINTS.get(root.name()));
      assertThat(root.own().getSubjectX500Principal().getName()).contains("CN=" + root.name());
      assertThat(day(root.own().getNotBefore().toInstant())).isEqualTo(root.from());
      assertThat(day(root.own().getNotAfter().toInstant())).isEqualTo(root.to());
      assertThat(root.own().getBasicConstraints()).isNotNegative();
      root.own().verify(root.own().getPublicKey());
    }
  }

  private static String day(java.time.Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  @Test
  void noRootEndsWithinAYear() throws Exception {
    LocalDate inAYear = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    for (Root root : roots()) {
      assertThat(LocalDate.parse(root.to()))
          .as(root.name() + " ends: find out what has taken its place, and add that")
          .isAfter(inAYear);
    }
  }
}
