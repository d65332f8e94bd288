package coldbench.caller;

import static coldbench.caller.Authority.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.testing.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version, cipher suite, key and group on offer, against another implementation. */
class HandshakeIT {
  private static Authority root;
  @TempDir private Path folder;

  static Stream<Launcher> launchers() {
    return Calls.launchers();
  }

  @BeforeAll
  static void makeRoot() throws Exception {
    assumeTrue(OpensslServer.isInstalled());
    root = Authority.root("P-384");
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void everyCipherSuiteOnOfferIsUnderstood(Launcher launcher) throws Exception {
    Authority ec = root.server();
    Authority rsa = root.server("RSA-2048");
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (String suite :
          List.of(
              "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256")) {
        agreed(calls, ec, "TLSv1.3", suite, "-tls1_3", "-ciphersuites", suite);
      }
      for (String cipher : List.of("AES128-GCM-SHA256", "AES256-GCM-SHA384", "CHACHA20-POLY1305")) {
        String byRsa = "ECDHE-RSA-" + cipher;
        agreed(calls, rsa, "TLSv1.2", byRsa, "-tls1_2", "-cipher", byRsa);
        String byEc = "ECDHE-ECDSA-" + cipher;
        agreed(calls, ec, "TLSv1.2", byEc, "-tls1_2", "-cipher", byEc);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void everyKindOfKeyIsUnderstood(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (String key : List.of("P-256", "P-384", "RSA-2048", "RSA-3072", "RSA-4096")) {
        agreed(calls, root.server(key), "TLSv1.3", "TLS_AES_", "-tls1_3");
        agreed(calls, root.server(key), "TLSv1.2", "ECDHE-", "-tls1_2");
      }
      Authority middle = root.issue(wanted("Middle").key("RSA-2048").authority());
      Authority lower = middle.issue(wanted("Lower").key("P-384").authority());
      agreed(calls, middle.server(), "TLSv1.3", "TLS_AES_", "-tls1_3");
      agreed(calls, lower.server("RSA-2048"), "TLSv1.2", "ECDHE-RSA-", "-tls1_2");
    }
    Authority rsaRoot = Authority.root("RSA-4096");
    try (Calls calls = Calls.trusting(launcher, rsaRoot)) {
      agreed(calls, rsaRoot.server(), "TLSv1.3", "TLS_AES_", "-tls1_3");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void everyGroupIsUnderstood(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (String group : List.of("X25519", "P-256", "P-384")) {
        for (String version : List.of("1_3", "1_2")) {
          String[] options = {"-tls" + version, "-groups", group};
          agreed(calls, root.server(), "TLSv" + version.replace('_', '.'), "", options);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void olderVersionsAndWeakSuitesAreRefused(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root)) {
      String all = "ALL:@SECLEVEL=0";
      refused(calls, "-tls1_1", "-cipher", all);
      refused(calls, "-tls1", "-cipher", all);
      if (launcher.isNative()) {
        refused(calls, "-tls1_2", "-cipher", "ECDHE-RSA-AES128-SHA:AES128-GCM-SHA256:@SECLEVEL=0");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aServerThatWantsTheClientsCertificateGetsNone(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root)) {
      refused(calls, "-tls1_3", "-Verify", "1");
      refused(calls, "-tls1_2", "-Verify", "1");
    }
  }

  private void agreed(
      Calls calls, Authority identity, String version, String cipher, String... options)
      throws Exception {
    try (OpensslServer server = OpensslServer.start(folder, identity, options)) {
      assertThat(calls.get(server.url()))
          .contains("\"status\": 200")
          .contains("New, " + (version.equals("TLSv1.3") ? "TLSv1.3" : ""))
          .containsPattern("Protocol  : " + version)
          .containsPattern("Cipher    : [A-Z0-9_-]*" + cipher);
    }
  }

  private void refused(Calls calls, String... options) throws Exception {
    Authority rsa = root.server("RSA-2048");
    try (OpensslServer server = OpensslServer.start(folder, rsa, options)) {
      assertThat(calls.get(server.url())).contains("errorType").doesNotContain("RuntimeException");
    }
  }
}
