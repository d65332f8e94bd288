package coldbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's folder, which holds {@code cdk.json} and both functions' sources. */
record Home(Path folder) {
  /** As the launcher hands it over. */
  static Home fromSystemProperties() {
    Path folder = Path.of(System.getProperty("coldbench.home", ".")).toAbsolutePath().normalize();
    if (!Files.isRegularFile(folder.resolve("cdk.json"))) {
      throw new InvalidOptionsException(
          folder
              + " is not the project's folder, it has no cdk.json: start the tool by its"
              + " launcher, coldbench");
    }
    return new Home(folder);
  }

  /** The project of native Java. */
  Path lambda() {
    return folder.resolve("lambda");
  }
}
