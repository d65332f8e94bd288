package coldbench.caller;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code openssl s_server}, which answers with a page that says what was agreed upon. */
final class OpensslServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private OpensslServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean isInstalled() {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
    if (!found) {
      System.out.println("[lambda] not tested: openssl s_server, as there is no openssl");
    }
    return found;
  }

  /** Starts it with a certificate and more options, such as {@code -tls1_2}. */
  static OpensslServer start(Path folder, Authority identity, String... options) throws Exception {
    Path key = folder.resolve("key.pem");
    Path own = folder.resolve("own.pem");
    Files.writeString(key, identity.pemKey());
    Path above = folder.resolve("above.pem");
    Files.writeString(own, identity.pem());
    Files.writeString(above, identity.pemAbove());
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-www", "-quiet"));
    command.addAll(List.of("-accept", "127.0.0.1:" + port, "-key", key.toString()));
    command.addAll(List.of("-cert", own.toString()));
    if (!identity.pemAbove().isEmpty()) {
      command.addAll(List.of("-cert_chain", above.toString()));
    }
    command.addAll(List.of(options));
    Path log = folder.resolve("openssl.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    for (int i = 0; i < 200; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return new OpensslServer(process, port);
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IOException(Files.readString(log), e);
        }
        Thread.sleep(20);
      }
    }
    throw new IOException("openssl s_server does not listen: " + Files.readString(log));
  }

  String url() {
    return "https://localhost:" + port + "/";
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
