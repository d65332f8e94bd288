package coldbench.caller;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An HTTPS server on a JVM whose every answer the test writes. */
final class TlsServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

  /** What is done with a request: write what is to be answered. */
  @FunctionalInterface
  interface Answer {
    void to(Request request, Exchange exchange) throws Exception;
  }

  /**
   * A request with its head as it came.
   *
   * @param onConnection 1 for the connection's first
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Request(String head, byte[] body, int onConnection) {
    String line() {
      return head.substring(0, head.indexOf('\r'));
    }
  }

  /** The server's side of a connection, encrypted and below that. */
  record Exchange(SSLSocket socket, Socket tcp) {
    void send(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    void send(String text) throws IOException {
      send(text.getBytes(ISO_8859_1));
    }

    void answer(String body) throws IOException {
      send(
          "HTTP/1.1 200 OK\r\nX-Answered: yes\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
    }

    /** Ends TCP without a word of TLS. */
    void cut() throws IOException {
      tcp.close();
    }

    /** Ends TLS as one should. */
    void finish() throws IOException {
      socket.close();
    }
  }

  private final ServerSocket server;
  private final SSLContext context;
  private final String[] protocols;
  private final Answer answer;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final List<Exchange> open = new CopyOnWriteArrayList<>();

  TlsServer(Authority identity, Answer answer) throws Exception {
    this(identity, answer, "127.0.0.1", "TLSv1.3", "TLSv1.2");
  }

  TlsServer(Authority identity, Answer answer, String address, String... protocols)
      throws Exception {
    this.answer = answer;
    this.protocols = protocols;
    this.context = context(identity);
    this.server = new ServerSocket(0, 50, InetAddress.getByName(address));
    start(this::accept);
  }

  private static SSLContext context(Authority identity) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null);
    X509Certificate[] chain = identity.chain().toArray(new X509Certificate[0]);
    store.setKeyEntry("key", identity.keys().getPrivate(), new char[0], chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tls-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket tcp = server.accept();
        connections.incrementAndGet();
        start(() -> serve(tcp));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket tcp) {
    try (tcp) {
      tcp.setTcpNoDelay(true);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(tcp, (InputStream) null, true);
      socket.setEnabledProtocols(protocols);
      Exchange exchange = new Exchange(socket, tcp);
      open.add(exchange);
      socket.startHandshake();
      if (socket.getSession() instanceof ExtendedSSLSession session) {
        for (SNIServerName name : session.getRequestedServerNames()) {
          names.add(name instanceof SNIHostName host ? host.getAsciiName() : name.toString());
        }
      }
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = 1; !tcp.isClosed() && !socket.isClosed(); i++) {
        answer.to(read(in, i), exchange);
      }
    } catch (Exception e) {
      // what a test is about shows on the client's side
    }
  }

  private static Request read(InputStream in, int number) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException();
      }
      head.append((char) c);
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return new Request(head.toString(), body, number);
  }

  int port() {
    return server.getLocalPort();
  }

  String url() {
    return "https://localhost:" + port() + "/";
  }

  int connections() {
    return connections.get();
  }

  /** The names that clients asked for, in their order. */
  List<String> names() {
    return names;
  }

  /** Closes the connections that are open, as a server does once they were idle for too long. */
  void finishConnections() throws IOException {
    for (Exchange exchange : open) {
      exchange.finish();
    }
    open.clear();
  }

  void cutConnections() throws IOException {
    for (Exchange exchange : open) {
      exchange.cut();
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    server.close();
    cutConnections();
  }
}
