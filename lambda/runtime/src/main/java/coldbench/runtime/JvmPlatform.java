package coldbench.runtime;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;

/** The machine as a JVM sees it. */
final class JvmPlatform extends Platform {
  private final FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);

  @Override
  public long epochMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  /** A JVM cannot change its environment; X-Ray's SDK reads this property for that reason. */
  @Override
  void publishTraceId(Optional<String> traceId) {
    String property = "com.amazonaws.xray.traceHeader";
    traceId.ifPresentOrElse(
        id -> System.setProperty(property, id), () -> System.clearProperty(property));
  }

  @Override
  Transport connect(String host, int port) throws IOException {
    Socket socket = new Socket(InetAddress.getByName(host), port);
    socket.setTcpNoDelay(true);
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    return new Transport() {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        try {
          return in.read(target, offset, length);
        } catch (SocketException e) {
          throw new IOException("read: " + e.getMessage(), e);
        }
      }

      @Override
      public void write(byte[] source, int offset, int length) throws IOException {
        out.write(source, offset, length);
      }

      @Override
      public void close() {
        try {
          socket.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Override
  void print(byte[] text, int length) {
    try {
      stdout.write(text, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException("stdout: " + e.getMessage(), e);
    }
  }

  @Override
  void exitOnSigterm() {
    // The JVM does so by itself, with exit code 143.
  }

  @Override
  void exit(int code) {
    System.exit(code);
  }
}
