package coldbench.emulator.runtimeapi;

import coldbench.http.HttpRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * The Runtime API of one sandbox, on a port of its own.
 *
 * <p>It has no thread: whoever waits for the runtime's next call does the reading, so that no
 * hand-over between threads stands between a socket and its timestamp.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public final class RuntimeApi implements AutoCloseable {
  private final Selector selector;
  private final ServerSocketChannel server;
  private final byte[] scratch = new byte[64 * 1024];
  private final Queue<RuntimeCall> calls = new ArrayDeque<>();

  public RuntimeApi() throws IOException {
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(loopback(), 0));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** By its number, so that no resolver decides which protocol it is. */
  static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} wants them. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  int port() {
    return server.socket().getLocalPort();
  }

  /**
   * Waits for the runtime's next call.
   *
   * @param deadlineNanos when to stop, in terms of {@link System#nanoTime}
   * @param exited whether the runtime's process has ended; what it sent before is still read. Call
   *     {@link #wake} when that changes.
   * @return empty at the deadline, or when the process has ended
   */
  public Optional<RuntimeCall> await(long deadlineNanos, BooleanSupplier exited)
      throws IOException, InterruptedException {
    while (calls.isEmpty()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long leftNanos = deadlineNanos - System.nanoTime();
      if (leftNanos <= 0) {
        return Optional.empty();
      }
      boolean over = exited.getAsBoolean();
      int ready = over ? selector.selectNow() : selector.select(leftNanos / 1_000_000 + 1);
      if (over && ready == 0) {
        return Optional.empty();
      }
      handleReady();
    }
    return Optional.of(calls.remove());
  }

  /** Makes a waiting {@link #await} look at its conditions again; from any thread. */
  public void wake() {
    selector.wakeup();
  }

  private void handleReady() throws IOException {
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      if (key.attachment() instanceof Connection connection) {
        read(connection);
      } else {
        SocketChannel channel = server.accept();
        if (channel != null) {
          read(new Connection(channel, selector));
        }
      }
    }
  }

  /** Takes every request that is whole: a runtime may send its next one without waiting. */
  private void read(Connection connection) throws IOException {
    try {
      Optional<HttpRequest> request = connection.read(scratch);
      while (request.isPresent()) {
        take(connection, request.get());
        request = connection.read(scratch);
      }
    } catch (IOException e) {
      connection.close(); // The runtime closed it; its process's end is seen elsewhere.
    }
  }

  private void take(Connection connection, HttpRequest request) throws IOException {
    Optional<RuntimeCall> call = RuntimeCall.of(connection, request);
    if (call.isPresent()) {
      calls.add(call.get());
    } else {
      String asked = request.method() + " " + request.target();
      connection.respond(
          404, Map.of(), ErrorPayload.of("NotFound", asked + " is not in the Runtime API"));
    }
  }

  @Override
  public void close() throws IOException {
    if (!selector.isOpen()) {
      return;
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
