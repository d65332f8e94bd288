package coldbench.local.dynamodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * TLS before a service of a test's, as measured functions have it before DynamoDB local.
 *
 * @param authority the file of the one authority that vouches for it
 */
public record TlsDoor(String url, Path authority, AutoCloseable front) implements AutoCloseable {
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
    TlsFront front = TlsFront.open(authority.server(), port);
    return new TlsDoor("https://localhost:" + front.port(), pem, front);
  }

  @Override
  public void close() throws Exception {
    front.close();
  }
}
