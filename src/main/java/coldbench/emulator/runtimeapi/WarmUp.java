package coldbench.emulator.runtimeapi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/**
 * Runs what stands between a socket and its timestamp until the JVM has compiled it: interpreted,
 * it would add to the first measured calls several times what a native function takes.
 */
public final class WarmUp {
  /** Enough for the JVM's second compiler, which starts at some 10,000 loops and calls. */
  private static final int CONNECTIONS = 600;

  private static final int CALLS = 8;
  private static final int PAUSE_MS = 40;
  private static final int MAX_PAUSES = 50;
  private static final long LIMIT_NANOS = 10_000_000_000L;
  private static final String NEXT =
      "GET " + RuntimeCall.VERSION + "/runtime/invocation/next HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String RESPONSE =
      "POST "
          + RuntimeCall.VERSION
          + "/runtime/invocation/1/response HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";

  private WarmUp() {}

  public static void run() throws IOException, InterruptedException {
    try (RuntimeApi api = new RuntimeApi()) {
      Thread runtime = new Thread(() -> talk(api.port()), "warm-up");
      runtime.setDaemon(true);
      runtime.start();
      byte[] body = "{}".getBytes(US_ASCII);
      long end = System.nanoTime() + LIMIT_NANOS; // A slow machine is warmed up less.
      Optional<RuntimeCall> call = api.await(end, () -> false);
      for (int i = 1; call.isPresent() && i < 2 * CALLS * CONNECTIONS; i++) {
        if (System.nanoTime() > end) {
          break;
        }
        boolean next = call.get() instanceof RuntimeCall.Next;
        call.get().connection().respond(next ? 200 : 202, Map.of(), body);
        call = api.await(System.nanoTime() + LIMIT_NANOS, () -> false);
      }
      if (call.isEmpty()) {
        throw new IOException("calls to 127.0.0.1 hang");
      }
    }
    awaitCompiler();
  }

  /** What the compiler still has to do would take a CPU from the first functions. */
  private static void awaitCompiler() throws InterruptedException {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long spentMs = -1;
    for (int i = 0; i < MAX_PAUSES && compiler.getTotalCompilationTime() > spentMs; i++) {
      spentMs = compiler.getTotalCompilationTime();
      Thread.sleep(PAUSE_MS);
    }
  }

  private static void talk(int port) {
    byte[] buffer = new byte[4096];
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        try (Socket socket = new Socket(RuntimeApi.loopback(), port)) {
          for (int j = 0; j < CALLS; j++) {
            ask(socket, NEXT, buffer);
            ask(socket, RESPONSE, buffer);
          }
        }
      }
    } catch (IOException e) {
      // The other side has ended; it reports what is wrong.
    }
  }

  private static void ask(Socket socket, String request, byte[] buffer) throws IOException {
    OutputStream out = socket.getOutputStream();
    InputStream in = socket.getInputStream();
    out.write(request.getBytes(US_ASCII));
    String answer = "";
    while (!answer.endsWith("{}")) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new IOException("closed");
      }
      answer += new String(buffer, 0, count, US_ASCII);
    }
  }
}
