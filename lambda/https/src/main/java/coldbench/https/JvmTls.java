package coldbench.https;

import coldbench.runtime.Clock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The JVM's TLS. */
final class JvmTls extends Tls {
  private static final String AMAZON = "/META-INF/coldbench/native/coldbench-tls/amazon-roots.pem";

  private final SSLContext context;
  private final Clock clock;

  private JvmTls(SSLContext context, Clock clock) {
    this.context = context;
    this.clock = clock;
  }

  static Tls trusting(Trust trust, Clock clock) throws IOException {
    try {
      KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
      roots.load(null);
      for (Certificate certificate : certificates(pem(trust))) {
        roots.setCertificateEntry(Integer.toString(roots.size()), authority(certificate));
      }
      if (roots.size() == 0) {
        throw new TlsException("the roots to trust cannot be used: no certificate");
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(roots);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return new JvmTls(context, clock);
    } catch (GeneralSecurityException e) {
      throw new TlsException("the roots to trust cannot be used: " + e.getMessage());
    }
  }

  private static byte[] pem(Trust trust) throws IOException {
    if (trust instanceof Trust.Pem pem) {
      return pem.text().getBytes(StandardCharsets.UTF_8);
    } else if (trust instanceof Trust.PemFile file) {
      try {
        return Files.readAllBytes(Path.of(file.path()));
      } catch (IOException e) {
        throw new TlsException("the roots to trust cannot be used: " + e);
      }
    }
    try (InputStream in = Objects.requireNonNull(JvmTls.class.getResourceAsStream(AMAZON))) {
      return in.readAllBytes();
    }
  }

  private static Iterable<? extends Certificate> certificates(byte[] pem)
      throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem));
  }

  /** What a server's own certificate signs is nothing, here as natively. */
  private static Certificate authority(Certificate certificate) throws TlsException {
    if (certificate instanceof X509Certificate x
        && x.getVersion() == 3
        && x.getBasicConstraints() < 0) {
      throw new TlsException("the roots to trust cannot be used: CertificateIsNoAuthority");
    }
    return certificate;
  }

  @Override
  Connection open(String host, int port, int millis) throws IOException {
    String peer = host + ":" + port;
    long end = clock.nanoTime() + millis * 1_000_000L;
    LimitedSocket tcp = connect(host, port, peer, end);
    boolean done = false;
    try {
      tcp.limit(millis, end);
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(tcp, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      done = true;
      return new JvmConnection(socket, tcp, peer);
    } catch (SocketTimeoutException e) {
      throw new TimeLimitException(peer + ": out of time while handshake");
    } catch (SSLException e) {
      throw new TlsException(peer + ": " + e.getMessage());
    } finally {
      if (!done) {
        tcp.close();
      }
    }
  }

  /** Tries each address for its share of the time that is left. */
  private LimitedSocket connect(String host, int port, String peer, long end) throws IOException {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new IOException(peer + ": cannot be resolved", e);
    }
    IOException last = new IOException(peer + ": no address");
    for (int i = 0; i < addresses.length; i++) {
      LimitedSocket socket = new LimitedSocket(clock);
      try {
        int millis = millisUntil(end, Integer.MAX_VALUE, clock) / (addresses.length - i);
        socket.connect(new InetSocketAddress(addresses[i], port), Math.max(1, millis));
        socket.setTcpNoDelay(true);
        return socket;
      } catch (SocketTimeoutException e) {
        socket.close();
        last = new TimeLimitException(peer + ": out of time while connecting");
      } catch (IOException e) {
        socket.close();
        last = new IOException(peer + ": cannot connect: " + e.getMessage(), e);
      }
    }
    throw last;
  }
}
