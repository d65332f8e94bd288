package coldbench.emulator.runtimeapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import coldbench.http.BadRequestException;
import coldbench.http.HttpParser;
import coldbench.http.HttpRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;

/** One keep-alive connection of a runtime to its Runtime API. */
public final class Connection implements AutoCloseable {
  private final SocketChannel channel;
  private final SelectionKey key;
  private final HttpParser parser = new HttpParser();
  private boolean continued;

  Connection(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /**
   * Takes what has arrived.
   *
   * @return a request, if one is whole now
   * @throws IOException when the peer has closed the connection or broken it
   */
  Optional<HttpRequest> read(byte[] scratch) throws IOException {
    long receivedNanos = System.nanoTime();
    while (true) {
      int count = channel.read(ByteBuffer.wrap(scratch));
      if (count > 0) {
        receivedNanos = System.nanoTime();
        parser.add(scratch, count);
      }
      if (count < 0) {
        throw new IOException("The runtime closed its connection");
      }
      if (count < scratch.length) {
        return request(receivedNanos);
      }
    }
  }

  private Optional<HttpRequest> request(long receivedNanos) throws IOException {
    try {
      Optional<HttpRequest> request = parser.next(receivedNanos);
      if (request.isEmpty() && parser.expectsContinue() && !continued) {
        continued = true;
        write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
      }
      if (request.isPresent()) {
        continued = false;
      }
      return request;
    } catch (BadRequestException e) {
      respond(400, Map.of("Connection", "close"), ErrorPayload.of("BadRequest", e.reason()));
      throw new IOException(e.reason(), e);
    }
  }

  /**
   * Sends one response.
   *
   * @return {@link System#nanoTime} right before its last byte was handed to the system: after it,
   *     the runtime may be at work already, and the time would be too short
   */
  public long respond(int status, Map<String, String> headers, byte[] body) throws IOException {
    StringBuilder head = new StringBuilder(512);
    head.append("HTTP/1.1 ").append(status).append(' ').append(reason(status)).append("\r\n");
    head.append("Content-Type: application/json\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] headBytes = head.toString().getBytes(ISO_8859_1);
    byte[] all = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, all, 0, headBytes.length);
    System.arraycopy(body, 0, all, headBytes.length, body.length);
    return write(all);
  }

  private long write(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (true) {
      long writtenNanos = System.nanoTime();
      channel.write(out);
      if (!out.hasRemaining()) {
        return writtenNanos;
      }
      awaitWritable();
    }
  }

  /** A large event fills the socket: wait for the runtime to read, but not for ever. */
  private void awaitWritable() throws IOException {
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_WRITE);
      if (selector.select(10_000) == 0) {
        throw new IOException("The runtime has not read its event for 10 s");
      }
    }
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 202 -> "Accepted";
      case 400 -> "Bad Request";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 413 -> "Request Entity Too Large";
      default -> "Error";
    };
  }

  @Override
  public void close() throws IOException {
    key.cancel();
    channel.close();
  }
}
