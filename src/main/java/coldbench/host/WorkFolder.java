package coldbench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of one local Lambda for what its sandboxes write. Goes with it, and so do they. */
final class WorkFolder implements AutoCloseable {
  private final Path root;
  private final Watchdog watchdog;

  private WorkFolder(Path root, Watchdog watchdog) {
    this.root = root;
    this.watchdog = watchdog;
  }

  static WorkFolder create() throws IOException {
    Path root = Files.createTempDirectory("coldbench-");
    return new WorkFolder(root, Watchdog.start(root));
  }

  /** A new folder within; its name says whose it is. */
  Path folder(String purpose) throws IOException {
    return Files.createTempDirectory(root, purpose.replaceAll("[^A-Za-z0-9_-]", "_") + "-");
  }

  Watchdog watchdog() {
    return watchdog;
  }

  @Override
  public void close() {
    watchdog.close();
  }
}
