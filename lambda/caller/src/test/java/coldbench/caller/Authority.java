package coldbench.caller;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate with its key and those that stand above it, made for a test and kept nowhere.
 *
 * @param chain its own certificate first, without the root
 */
record Authority(String name, KeyPair keys, List<X509Certificate> chain, X509Certificate own) {
  /** Keys take long to make, RSA's above all. */
  private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

  private static final SecureRandom RANDOM = new SecureRandom();

  /** What is to be wrong, or not, with a certificate. */
  static final class Wanted {
    private final String name;
    private String key = "P-256";
    private String signature = "SHA256";
    private Instant from = Instant.now().minus(Duration.ofDays(2));
    private Instant to = Instant.now().plus(Duration.ofDays(30));
    private final List<Extended> extensions = new ArrayList<>();
    private boolean authority;
    private int longestPath = -1;
    private int usage = KeyUsage.digitalSignature;

    private record Extended(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

    Wanted(String name) {
      this.name = name;
    }

    /** P-256, P-384, RSA-2048, RSA-4096 or RSA-2048-3, the last with the exponent 3. */
    Wanted key(String kind) {
      this.key = kind;
      return this;
    }

    Wanted signature(String hash) {
      this.signature = hash;
      return this;
    }

    Wanted between(Duration from, Duration to) {
      this.from = Instant.now().plus(from);
      this.to = Instant.now().plus(to);
      return this;
    }

    Wanted authority() {
      this.authority = true;
      return usage(KeyUsage.keyCertSign);
    }

    Wanted longestPath(int below) {
      this.longestPath = below;
      return authority();
    }

    Wanted usage(int bits) {
      this.usage = bits;
      return this;
    }

    Wanted with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
      extensions.add(new Extended(id, critical, value));
      return this;
    }

    /** Names or addresses that the certificate is for. */
    Wanted hosts(String... hosts) {
      GeneralName[] names = new GeneralName[hosts.length];
      for (int i = 0; i < hosts.length; i++) {
        boolean address = hosts[i].matches("[0-9.]+|.*:.*");
        names[i] = new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, hosts[i]);
      }
      return with(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
  }

  static Wanted wanted(String name) {
    return new Wanted(name);
  }

  /** The test's own root. */
  static Authority root(String key) throws Exception {
    Wanted wanted = wanted("Test Root " + key).key(key).authority();
    KeyPair keys = keys(key);
    X509Certificate own = sign(wanted, keys, "CN=" + wanted.name, keys.getPrivate());
    return new Authority("CN=" + wanted.name, keys, List.of(), own);
  }

  Authority issue(Wanted wanted) throws Exception {
    KeyPair pair = keys(wanted.key);
    X509Certificate certificate = sign(wanted, pair, name, keys.getPrivate());
    List<X509Certificate> longer = new ArrayList<>(List.of(certificate));
    longer.addAll(chain);
    return new Authority("CN=" + wanted.name, pair, longer, certificate);
  }

  /** A server's certificate for localhost. */
  Authority server() throws Exception {
    return issue(wanted("localhost").hosts("localhost", "127.0.0.1", "::1"));
  }

  Authority server(String key) throws Exception {
    return issue(wanted("localhost").key(key).hosts("localhost", "127.0.0.1", "::1"));
  }

  private static X509Certificate sign(Wanted wanted, KeyPair pair, String issuer, PrivateKey with)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            new BigInteger(64, RANDOM),
            Date.from(wanted.from),
            Date.from(wanted.to),
            new X500Name("CN=" + wanted.name),
            pair.getPublic());
    if (wanted.authority) {
      BasicConstraints constraints =
          wanted.longestPath < 0
              ? new BasicConstraints(true)
              : new BasicConstraints(wanted.longestPath);
      builder.addExtension(Extension.basicConstraints, true, constraints);
    }
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(wanted.usage));
    for (Wanted.Extended e : wanted.extensions) {
      builder.addExtension(e.id, e.critical, e.value);
    }
    String algorithm =
        wanted.signature + "with" + (with.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(with)));
  }

  private static KeyPair keys(String kind) throws GeneralSecurityException {
    if (kind.startsWith("P-")) {
      return generate(kind);
    }
    KeyPair known = KEYS.get(kind);
    if (known == null) {
      known = generate(kind);
      KEYS.put(kind, known);
    }
    return known;
  }

  private static KeyPair generate(String kind) throws GeneralSecurityException {
    String[] parts = kind.split("-", -1);
    boolean rsa = parts[0].equals("RSA");
    KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
    if (rsa) {
      BigInteger exponent = parts.length > 2 ? new BigInteger(parts[2]) : RSAKeyGenParameterSpec.F4;
      generator.initialize(new RSAKeyGenParameterSpec(Integer.parseInt(parts[1]), exponent));
    } else {
      generator.initialize(new ECGenParameterSpec("secp" + parts[1] + "r1"));
    }
    return generator.generateKeyPair();
  }

  /** The certificates between its own and the root. */
  String pemAbove() throws GeneralSecurityException {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : chain.subList(1, chain.size())) {
      text.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return text.toString();
  }

  String pem() throws GeneralSecurityException {
    return pem("CERTIFICATE", own.getEncoded());
  }

  String pemKey() {
    return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
