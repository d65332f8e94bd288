package coldbench.local.dynamodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** TLS before a service of a test's, as measured functions have it before DynamoDB local. */
public final class TlsDoor implements AutoCloseable {
  private final TlsFront front;
  private final Path authority;

  private TlsDoor(TlsFront front, Path authority) {
    this.front = front;
    this.authority = authority;
  }

  /**
   * Opens it.
   *
   * @param port the service's, on the loopback address, without TLS
   * @param folder for the authority
   */
  public static TlsDoor before(int port, Path folder) throws IOException, InterruptedException {
    RunAuthority authority = RunAuthority.make(Files.createDirectories(folder.resolve("keys")));
    Path pem = folder.resolve("authority.pem");
    authority.writePem(pem);
    return new TlsDoor(TlsFront.open(authority.server(), port), pem);
  }

  public String url() {
    return "https://localhost:" + front.port();
  }

  /** The file of the one authority that vouches for it. */
  public Path authority() {
    return authority;
  }

  @Override
  public void close() throws IOException {
    front.close();
  }
}
