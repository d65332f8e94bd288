package coldbench.local.dynamodb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/**
 * Takes TLS off: what comes in on its port goes on to a port of this machine, byte for byte, and
 * back.
 */
final class TlsFront implements AutoCloseable {
  private static final int BUFFER_BYTES = 16_384;
  private static final int BACKLOG = 50;

  private final ServerSocket listening;
  private final int behind;

  private TlsFront(ServerSocket listening, int behind) {
    this.listening = listening;
    this.behind = behind;
  }

  /**
   * Opens it on a free port of the loopback address.
   *
   * @param behind the port that speaks without TLS
   */
  static TlsFront open(SSLContext tls, int behind) throws IOException {
    ServerSocket listening =
        tls.getServerSocketFactory()
            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    TlsFront front = new TlsFront(listening, behind);
    start("tls", front::accept);
    return front;
  }

  int port() {
    return listening.getLocalPort();
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        start("tls-in", () -> serve(client));
      } catch (IOException e) {
        // Closed, or a client that went away; the next one is waited for.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket service = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      client.setTcpNoDelay(true);
      service.setTcpNoDelay(true);
      start("tls-out", () -> copy(service, client));
      copy(client, service);
    } catch (IOException e) {
      // The client sees it: its connection ends.
    }
  }

  /** Until either side ends, which then ends both. */
  private static void copy(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // A sandbox that ends says nothing before.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
