package coldbench.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Whether a path can be a function's package, before anything is built, deployed or started. */
final class PackageCheck {
  private PackageCheck() {}

  /** What is wrong and what to do; empty if nothing is. */
  static Optional<String> problem(Path code, String runtime) {
    boolean bootstrap = runtime.startsWith("provided");
    try {
      if (Files.isDirectory(code)) {
        return ofFolder(code, bootstrap);
      }
      if (Files.isRegularFile(code) && code.toString().endsWith(".zip")) {
        return ofZip(code, bootstrap);
      }
    } catch (IOException e) {
      return Optional.of(
          "which cannot be read (%s): make the package anew".formatted(e.getMessage()));
    }
    return Optional.of(
        Files.exists(code)
            ? "which is neither a folder nor a .zip file, allowed is one of them: put the file into a folder"
            : "where there is nothing, allowed is a folder or a .zip file: build the package first");
  }

  private static Optional<String> ofFolder(Path folder, boolean bootstrap) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isEmpty()) {
        return Optional.of("which is an empty folder: build the package first");
      }
    }
    return bootstrap && !Files.isExecutable(folder.resolve("bootstrap"))
        ? Optional.of(
            "which has no executable file bootstrap, wanted by provided runtimes: build it under"
                + " that name, and chmod +x")
        : Optional.empty();
  }

  private static Optional<String> ofZip(Path file, boolean bootstrap) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return bootstrap && zip.getEntry("bootstrap") == null
          ? Optional.of(
              "which has no file bootstrap at its top, wanted by provided runtimes: put it there")
          : Optional.empty();
    }
  }
}
