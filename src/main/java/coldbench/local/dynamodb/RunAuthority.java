package coldbench.local.dynamodb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import coldbench.emulator.interpreter.Subprocess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority that lives as long as one run, and the certificate that it gives to this
 * machine's services. Its keys are made by the JDK's keytool and are gone with their folder.
 *
 * @param certificate of the authority
 * @param server speaks with the certificate for localhost
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/keytool.html">keytool</a>
 */
record RunAuthority(Certificate certificate, SSLContext server) {
  /**
   * Nothing that is worth a secret: the file is its owner's alone, and a password must be there.
   */
  private static final String PASSWORD = "coldbench";

  private static final String STORE = "PKCS12";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /**
   * Makes one.
   *
   * @param folder of our own, for the keys
   */
  static RunAuthority make(Path folder) throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    keytool(keys, "authority", "CN=Coldbench for one run", "-ext", "bc:critical=ca:true");
    keytool(
        keys,
        "server",
        "CN=localhost",
        "-signer",
        "authority",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance(STORE);
      store.load(in, PASSWORD.toCharArray());
      Certificate authority = store.getCertificate("authority");
      store.deleteEntry("authority");
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      SSLContext server = SSLContext.getInstance("TLS");
      server.init(managers.getKeyManagers(), null, null);
      return new RunAuthority(authority, server);
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificates of this run cannot be read: " + e, e);
    } finally {
      Files.deleteIfExists(keys);
    }
  }

  private static void keytool(Path keys, String alias, String name, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                STORE,
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "7"));
    command.addAll(List.of(more));
    Subprocess.Result result = Subprocess.run(command, Map.of(), LIMIT);
    if (!result.ok()) {
      throw new IOException(
          "no certificates can be made for this run, expected a JDK with keytool: "
              + result.output());
    }
  }

  /** Its certificate, as programs other than JVMs read it. */
  void writePem(Path file) throws IOException {
    try {
      String text =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      Files.writeString(
          file, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n", US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate of this run cannot be written: " + e, e);
    }
  }

  /** Its certificate as a JVM's trust store, and the options that name it. */
  String writeTrustStore(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted().store(out, PASSWORD.toCharArray());
      return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStoreType=%s -Djavax.net.ssl.trustStorePassword=%s"
          .formatted(file, STORE, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IOException("the trust store of this run cannot be written: " + e, e);
    }
  }

  /** A client that trusts nobody else. */
  SSLContext client() throws IOException {
    try {
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted());
      SSLContext client = SSLContext.getInstance("TLS");
      client.init(null, managers.getTrustManagers(), null);
      return client;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be had: " + e, e);
    }
  }

  private KeyStore trusted() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(STORE);
    store.load(null, null);
    store.setCertificateEntry("authority", certificate);
    return store;
  }
}
