package coldbench.caller;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between a client and a server, and lets through what it likes of the server's records. */
final class Proxy implements AutoCloseable {
  /** Writes what becomes of a record, header included; closes by an exception. */
  @FunctionalInterface
  interface Fate {
    void of(byte[] record, int number, OutputStream client) throws IOException;
  }

  private final ServerSocket listening;
  private final int server;
  private volatile Fate fate;
  private volatile int patienceMillis;

  Proxy(int server, Fate fate) throws IOException {
    this.server = server;
    this.fate = fate;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** For the connections to come. */
  void become(Fate other) {
    fate = other;
  }

  /** Ends a connection on which the server is silent for so long. */
  Proxy impatient(int millis) {
    patienceMillis = millis;
    return this;
  }

  String url() {
    return "https://localhost:" + listening.getLocalPort() + "/";
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        client.setTcpNoDelay(true);
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        upstream.setSoTimeout(patienceMillis);
        start(() -> copy(client, upstream));
        Fate now = fate;
        start(() -> alter(upstream, client, now));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // the end of it
    }
  }

  private static void alter(Socket upstream, Socket client, Fate fate) {
    try (upstream;
        client) {
      InputStream in = upstream.getInputStream();
      DataInputStream records = new DataInputStream(in);
      for (int number = 0; ; number++) {
        byte[] header = records.readNBytes(5);
        if (header.length < 5) {
          throw new EOFException();
        }
        int length = (header[3] & 0xFF) << 8 | (header[4] & 0xFF);
        byte[] record = new byte[5 + length];
        System.arraycopy(header, 0, record, 0, 5);
        records.readFully(record, 5, length);
        fate.of(record, number, client.getOutputStream());
        client.getOutputStream().flush();
      }
    } catch (IOException e) {
      // the end of it
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
