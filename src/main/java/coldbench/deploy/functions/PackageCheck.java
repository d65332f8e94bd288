package coldbench.deploy.functions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whether a path can be a function's package, before anything is built, deployed or started. */
final class PackageCheck {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
  private static final int ELF_HEAD_BYTES = 20;

  private PackageCheck() {}

  /**
   * What is wrong and what to do; empty if nothing is.
   *
   * @param architecture that the function is to be deployed for, where it could be read
   */
  static Optional<String> problem(Path code, String runtime, Optional<Architecture> architecture) {
    boolean bootstrap = runtime.startsWith("provided");
    try {
      if (Files.isDirectory(code)) {
        return ofFolder(code, bootstrap, architecture);
      }
      if (Files.isRegularFile(code) && code.toString().endsWith(".zip")) {
        return ofZip(code, bootstrap, architecture);
      }
    } catch (IOException e) {
      return Optional.of(
          "which cannot be read (%s): build the package again".formatted(e.getMessage()));
    }
    return Optional.of(
        Files.exists(code)
            ? "which is neither a folder nor a .zip file, expected one of them: put the file into a folder"
            : "which does not exist, expected a folder or a .zip file: build the package first");
  }

  private static Optional<String> ofFolder(
      Path folder, boolean bootstrap, Optional<Architecture> architecture) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isEmpty()) {
        return Optional.of("which is an empty folder: build the package first");
      }
    }
    if (!bootstrap) {
      return Optional.empty();
    }
    Path program = folder.resolve("bootstrap");
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      return Optional.of(
          "which has no executable file bootstrap, which provided runtimes start: build it under that"
              + " name, and chmod +x");
    }
    try (InputStream in = Files.newInputStream(program)) {
      return foreign(in, architecture);
    }
  }

  private static Optional<String> ofZip(
      Path file, boolean bootstrap, Optional<Architecture> architecture) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (!bootstrap) {
        return Optional.empty();
      }
      ZipEntry program = zip.getEntry("bootstrap");
      if (program == null) {
        return Optional.of(
            "which has no file bootstrap at its top, which provided runtimes start: put it there");
      }
      try (InputStream in = zip.getInputStream(program)) {
        return foreign(in, architecture);
      }
    }
  }

  /** Whether a program is for another processor. A script, or what else is no ELF, is for any. */
  private static Optional<String> foreign(InputStream program, Optional<Architecture> architecture)
      throws IOException {
    byte[] head = program.readNBytes(ELF_HEAD_BYTES);
    if (head.length < ELF_HEAD_BYTES || !Arrays.equals(head, 0, 4, ELF, 0, 4)) {
      return Optional.empty();
    }
    int machine = (head[18] & 0xff) + ((head[19] & 0xff) << 8);
    return architecture
        .filter(wanted -> wanted.elfMachine != machine)
        .map(
            wanted ->
                Stream.of(Architecture.values())
                    .filter(each -> each.elfMachine == machine)
                    .findFirst()
                    .map(built -> otherArchitecture(built, wanted))
                    .orElse(
                        "whose bootstrap is for a processor that Lambda does not have (ELF machine %d), expected %s: build it for that"
                            .formatted(machine, wanted.lambdaName)));
  }

  private static String otherArchitecture(Architecture built, Architecture wanted) {
    return "whose bootstrap is built for %s, expected %s: build it for that, or give the entry \"architecture\": \"%s\""
        .formatted(built.lambdaName, wanted.lambdaName, built.lambdaName);
  }
}
