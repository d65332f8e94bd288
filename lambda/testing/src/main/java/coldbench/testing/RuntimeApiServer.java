package coldbench.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Runtime API whose every byte the test decides: it takes a request, looks at it, and answers as
 * it likes. One connection at a time; a new one is accepted when the last is closed.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
public final class RuntimeApiServer implements AutoCloseable {
  public static final String NEXT = "/2018-06-01/runtime/invocation/next";
  private static final String OK = "{\"status\":\"OK\"}\n";
  private static final int PATIENCE_MILLIS = 60_000;

  private final ServerSocket server;
  private Optional<Socket> connection = Optional.empty();
  private InputStream in = InputStream.nullInputStream();
  private int connections;
  private int invocations;

  public RuntimeApiServer() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_MILLIS);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The value for AWS_LAMBDA_RUNTIME_API. */
  public String authority() {
    return "127.0.0.1:" + port();
  }

  /** How many connections the runtime has opened. */
  public int connections() {
    return connections;
  }

  /** Waits for the next request, on the kept connection or on a new one. */
  public Request receive() throws IOException {
    if (connection.isEmpty()) {
      Socket accepted = server.accept();
      accepted.setSoTimeout(PATIENCE_MILLIS);
      accepted.setTcpNoDelay(true);
      connection = Optional.of(accepted);
      in = new BufferedInputStream(accepted.getInputStream());
      connections++;
    }
    String[] line = readLine().split(" ", 3);
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field = readLine(); !field.isEmpty(); field = readLine()) {
      int colon = field.indexOf(':');
      String name = field.substring(0, colon).toLowerCase(Locale.ROOT);
      fields.put(name, field.substring(colon + 1).trim());
    }
    byte[] content =
        fields.getOrDefault("transfer-encoding", "").equals("chunked")
            ? readChunks()
            : read(Integer.parseInt(fields.getOrDefault("content-length", "0")));
    return new Request(line[0], line[1], fields, new String(content, UTF_8));
  }

  private byte[] read(int length) throws IOException {
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("the request ends after " + content.length + " of " + length);
    }
    return content;
  }

  /** And the trailer behind the last of them. */
  private byte[] readChunks() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      content.write(read(length));
      readLine();
    }
    String trailer = readLine();
    while (!trailer.isEmpty()) {
      trailer = readLine();
    }
    return content.toByteArray();
  }

  private int chunkLength() throws IOException {
    return Integer.parseInt(readLine(), 16);
  }

  /** One whole invocation: hands out the event at {@code next}, accepts what comes back for it. */
  public Request invoke(String event) throws IOException {
    receiveNext();
    String id = "8476a536-e9f4-11e8-9739-" + String.format(Locale.ROOT, "%012d", ++invocations);
    sendEvent(id, event.getBytes(UTF_8));
    Request answer = receive();
    accept();
    return answer;
  }

  /** Takes a request that must be for the next invocation. */
  public void receiveNext() throws IOException {
    Request next = receive();
    if (!next.method().equals("GET") || !next.path().equals(NEXT)) {
      throw new IOException(
          "expected GET "
              + NEXT
              + ", but the runtime sent "
              + next.method()
              + " "
              + next.path()
              + " "
              + next.text());
    }
  }

  /** Answers {@code next} as Lambda does. */
  public void sendEvent(String requestId, byte[] event) throws IOException {
    send(head(requestId) + "Content-Length: " + event.length + "\r\n\r\n");
    send(event);
  }

  /** The head of an answer to {@code next}, but for the content's length. */
  public static String head(String requestId) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: "
        + requestId
        + "\r\nLambda-Runtime-Deadline-Ms: "
        + (System.currentTimeMillis() + 3000)
        + "\r\nLambda-Runtime-Invoked-Function-Arn:"
        + " arn:aws:lambda:us-east-1:123456789012:function:coldbench\r\n"
        + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1\r\n";
  }

  /** 202, the answer to everything that a runtime posts. */
  public void accept() throws IOException {
    send("HTTP/1.1 202 Accepted\r\nContent-Length: " + OK.length() + "\r\n\r\n" + OK);
  }

  public void send(String raw) throws IOException {
    send(raw.getBytes(ISO_8859_1));
  }

  public void send(byte[] raw) throws IOException {
    connection.orElseThrow().getOutputStream().write(raw);
  }

  /** No more bytes will follow, but what the runtime sends is still taken. */
  public void finish() throws IOException {
    connection.orElseThrow().shutdownOutput();
  }

  public void closeConnection() throws IOException {
    if (connection.isPresent()) {
      connection.get().close();
      connection = Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    closeConnection();
    server.close();
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException("the runtime closed the connection");
      } else if (c == '\n') {
        return line.toString();
      } else if (c != '\r') {
        line.append((char) c);
      }
    }
  }
}
