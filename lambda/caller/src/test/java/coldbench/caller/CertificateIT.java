package coldbench.caller;

import static coldbench.caller.Authority.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.Launcher;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose certificate is believed, and whose is not (RFC 5280, 6.1; RFC 6125, 6). */
class CertificateIT {
  private static final String LOCALHOST = "localhost";
  private static Authority root;

  static Stream<Launcher> launchers() {
    return Calls.launchers();
  }

  @BeforeAll
  static void makeRoot() throws Exception {
    root = Authority.root("P-256");
  }

  private static Authority.Wanted server() {
    return wanted(LOCALHOST).hosts(LOCALHOST);
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aCertificateThatARootHasSignedIsBelieved(Launcher launcher) throws Exception {
    Authority middle = root.issue(wanted("Middle").authority());
    Authority lower = middle.issue(wanted("Lower").longestPath(0));
    List<Authority> good =
        List.of(
            root.server(),
            root.issue(wanted("x").hosts("other.test", LOCALHOST)),
            root.issue(
                server()
                    .with(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
            root.issue(server().with(new ASN1ObjectIdentifier("1.2.3.4"), false, DERNull.INSTANCE)),
            middle.server(),
            lower.server());
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (Authority identity : good) {
        try (TlsServer server = new TlsServer(identity, (request, to) -> to.answer("in"))) {
          assertThat(calls.get(server.url())).contains("\"body\": \"in\"");
        }
      }
      try (TlsServer server = new TlsServer(root.server(), (request, to) -> to.answer("in"))) {
        assertThat(calls.get("https://127.0.0.1:" + server.port() + "/"))
            .contains("\"body\": \"in\"");
      }
    }
  }

  /** As while an authority goes over to a new key. */
  @ParameterizedTest
  @MethodSource("launchers")
  void rootsOfOneNameAreAllBelieved(Launcher launcher) throws Exception {
    Authority other = Authority.root("P-256");
    assertThat(other.own().getSubjectX500Principal())
        .isEqualTo(root.own().getSubjectX500Principal());
    try (Calls calls = Calls.start(launcher, Map.of("PEM", other.pem() + root.pem()))) {
      for (Authority each : List.of(root, other)) {
        try (TlsServer server = new TlsServer(each.server(), (request, to) -> to.answer("in"))) {
          assertThat(calls.get(server.url())).contains("\"body\": \"in\"");
        }
      }
    }
  }

  private static Map<String, Authority> wrongOnes() throws Exception {
    Authority foreign = Authority.root("P-256");
    Authority leaf = root.server();
    Authority old = root.issue(wanted("Old").authority().between(days(-9), days(-1)));
    Authority noSigner =
        root.issue(wanted("No signer").authority().usage(KeyUsage.digitalSignature));
    Authority client =
        root.issue(
            server()
                .with(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
    Authority limited =
        root.issue(
            wanted("Limited")
                .authority()
                .with(
                    Extension.nameConstraints,
                    true,
                    new NameConstraints(
                        new GeneralSubtree[] {
                          new GeneralSubtree(new GeneralName(GeneralName.dNSName, "other.test"))
                        },
                        null)));
    Map<String, Authority> wrong = new LinkedHashMap<>();
    wrong.put("expired", root.issue(server().between(days(-9), days(-1))));
    wrong.put("not yet valid", root.issue(server().between(days(1), days(9))));
    wrong.put("of another name", root.issue(wanted("x").hosts("other.test")));
    wrong.put("of a name above", root.issue(wanted("x").hosts("*.localhost")));
    wrong.put("of an address only", root.issue(wanted("x").hosts("127.0.0.1")));
    wrong.put("of a foreign root", foreign.server());
    wrong.put("self-signed", selfSigned());
    wrong.put("signed by a server's certificate", leaf.issue(server()));
    wrong.put("signed by an expired authority", old.issue(server()));
    wrong.put("signed by a key that may not sign", noSigner.issue(server()));
    wrong.put("below a path that is too long", tooLong());
    wrong.put("outside of the names allowed", limited.issue(server()));
    wrong.put("for clients", client);
    wrong.put("for signing others only", root.issue(server().usage(KeyUsage.keyCertSign)));
    wrong.put("with a critical extension that nobody knows", unknown());
    return wrong;
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static Authority selfSigned() throws Exception {
    Authority made = Authority.root("P-256");
    return new Authority(LOCALHOST, made.keys(), List.of(made.own()), made.own());
  }

  private static Authority tooLong() throws Exception {
    Authority first = root.issue(wanted("First").longestPath(0));
    return first.issue(wanted("Second").authority()).issue(server());
  }

  private static Authority unknown() throws Exception {
    ASN1ObjectIdentifier id = new ASN1ObjectIdentifier("1.2.3.4");
    return root.issue(server().with(id, true, DERNull.INSTANCE));
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aCertificateIsRefusedThatIs(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (Map.Entry<String, Authority> wrong : wrongOnes().entrySet()) {
        try (TlsServer server = new TlsServer(wrong.getValue(), (request, to) -> to.answer("in"))) {
          assertThat(calls.get(server.url()))
              .as(wrong.getKey())
              .contains("coldbench.https.TlsException")
              .contains("localhost:" + server.port());
        }
      }
      assertThat(calls.process().exitedWithin(0)).isFalse();
    }
  }

  /**
   * What a JVM still accepts of private authorities; zig's reading of PSS would let the first be
   * forged.
   */
  @ParameterizedTest
  @MethodSource("launchers")
  void weakKeysAndSignaturesAreRefusedNatively(Launcher launcher) throws Exception {
    Authority rsa = root.issue(wanted("RSA").key("RSA-2048").authority());
    Map<String, Authority> weak =
        Map.of(
            "CertificateKeyTooWeak", root.issue(server().key("RSA-2048-3")),
            "localhost:%d: CertificateKeyTooWeak", root.issue(server().key("RSA-1024")),
            "CertificateSignatureTooWeak", rsa.issue(server().signature("SHA1")));
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (Map.Entry<String, Authority> entry : weak.entrySet()) {
        try (TlsServer server = new TlsServer(entry.getValue(), (request, to) -> to.answer("in"))) {
          String reason = entry.getKey().replace("%d", Integer.toString(server.port()));
          assertThat(calls.get(server.url()))
              .contains(launcher.isNative() ? reason : "\"body\": \"in\"");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void theServerIsToldWhichNameIsWanted(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server = new TlsServer(root.server(), (request, to) -> to.answer(""))) {
      calls.get(server.url());
      // A JVM leaves out a name without a dot.
      assertThat(server.names()).isEqualTo(launcher.isNative() ? List.of(LOCALHOST) : List.of());
    }
  }
}
