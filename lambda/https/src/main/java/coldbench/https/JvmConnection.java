package coldbench.https;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A connection that the JVM holds. */
final class JvmConnection implements Connection {
  private final SSLSocket socket;
  private final LimitedSocket tcp;
  private final String peer;
  private final InputStream in;
  private final OutputStream out;

  JvmConnection(SSLSocket socket, LimitedSocket tcp, String peer) throws IOException {
    this.socket = socket;
    this.tcp = tcp;
    this.peer = peer;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  @Override
  public void limit(int silenceMillis, long endNanos) {
    tcp.limit(silenceMillis, endNanos);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int n = in.read(target, offset, length);
      if (n < 0 && tcp.hasEnded()) {
        // SSLSocket takes the end of TCP for the end of the content: anybody could have cut it.
        throw new TlsException(peer + ": TlsConnectionTruncated");
      }
      return n;
    } catch (SocketTimeoutException e) {
      throw new TimeLimitException(peer + ": out of time while reading");
    } catch (SSLException e) {
      throw new TlsException(peer + ": " + e.getMessage());
    }
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    try {
      out.write(source, offset, length);
    } catch (SSLException e) {
      throw new TlsException(peer + ": " + e.getMessage());
    }
  }

  @Override
  public boolean isAlive() {
    try {
      tcp.look();
      in.read();
      return false; // an end, or a byte that nobody asked for
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
