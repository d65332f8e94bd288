package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a path can be a function's package, before anything is built, deployed or started. */
final class PackageCheck {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
  private static final int ELF_HEAD_BYTES = 20;
  private static final int HEAD_BYTES = 256;

  /**
   * Of a package and its layers, unzipped.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
   *     quotas</a>
   */
  private static final long MOST_BYTES = 250L * 1024 * 1024;

  /**
   * What is wrong and what to do; empty if nothing is.
   *
   * @param architecture that the function is to be deployed for, where it could be read
   */
  static Optional<String> problem(Path code, String runtime, Optional<Architecture> architecture) {
    boolean bootstrap = runtime.startsWith("provided");
    try {
      if (Files.isDirectory(code)) {
        return new PackageCheck(code, false).problem(bootstrap, architecture);
      }
      if (Files.isRegularFile(code) && code.toString().matches(".*\\.(zip|jar)")) {
        Map<String, ?> withModes = Map.of("enablePosixFileAttributes", true);
        try (FileSystem zip = FileSystems.newFileSystem(code, withModes)) {
          return new PackageCheck(zip.getPath("/"), true).problem(bootstrap, architecture);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(
          "which cannot be read (%s): build the package again".formatted(e.getMessage()));
    }
    return Optional.of(
        Files.exists(code)
            ? "which is neither a folder nor a .zip or .jar file, expected one of them: put the file into a folder"
            : "which does not exist, expected a folder or a .zip or .jar file: build the package first");
  }

  private final Path root;
  private final boolean archived;

  /**
   * @param root the folder, or the top of the archive
   * @param archived whether the modes are those that Lambda will find: a folder's are set when it
   *     is packed
   */
  private PackageCheck(Path root, boolean archived) {
    this.root = root;
    this.archived = archived;
  }

  private Optional<String> problem(boolean bootstrap, Optional<Architecture> architecture)
      throws IOException {
    Optional<String> files = ofFiles();
    return files.isPresent() || !bootstrap ? files : ofBootstrap(architecture);
  }

  private Optional<String> ofFiles() throws IOException {
    List<Path> all;
    try (Stream<Path> walked = Files.walk(root)) {
      all = walked.filter(each -> !Files.isDirectory(each)).toList();
    }
    if (all.isEmpty()) {
      return Optional.of("which is empty: build the package first");
    }
    long bytes = 0;
    for (Path file : all) {
      if (!Files.exists(file)) {
        return Optional.of(
            "whose link %s leads nowhere: leave it out, or put there what it is to lead to"
                .formatted(root.relativize(file)));
      }
      bytes += Files.size(file);
      Optional<Set<PosixFilePermission>> mode = mode(file);
      if (mode.isPresent() && !mode.get().contains(PosixFilePermission.OTHERS_READ)) {
        return Optional.of(
            "whose file %s cannot be read on Lambda (mode %s), expected rw-r--r--: chmod 644 it before it is zipped"
                .formatted(root.relativize(file), PosixFilePermissions.toString(mode.get())));
      }
    }
    return bytes > MOST_BYTES
        ? Optional.of(
            "which has %,d bytes unzipped, expected at most %,d, layers included: leave something out"
                .formatted(bytes, MOST_BYTES))
        : Optional.empty();
  }

  private Optional<String> ofBootstrap(Optional<Architecture> architecture) throws IOException {
    Path program = root.resolve("bootstrap");
    if (!Files.isRegularFile(program) || (!archived && !Files.isExecutable(program))) {
      return Optional.of(
          archived
              ? "which has no file bootstrap at its top, which provided runtimes start: put it there"
              : "which has no executable file bootstrap, which provided runtimes start: build it"
                  + " under that name, and chmod +x");
    }
    Optional<Set<PosixFilePermission>> mode = mode(program);
    if (archived
        && mode.filter(each -> each.contains(PosixFilePermission.OTHERS_EXECUTE)).isEmpty()) {
      return Optional.of(
          "whose bootstrap cannot be started on Lambda (%s), expected the mode rwxr-xr-x: chmod 755 it before it is zipped, or give the folder"
              .formatted(
                  mode.map(each -> "mode " + PosixFilePermissions.toString(each))
                      .orElse("no mode, as zipped on Windows")));
    }
    try (InputStream in = Files.newInputStream(program)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return endsLikeOnWindows(head)
          ? Optional.of(
              "whose bootstrap is a script with Windows' line ends (CRLF), which Linux does not start: write it with LF")
          : foreign(head, architecture);
    }
  }

  /** Of an archive's entry; none of a tool that writes none, nor of a folder's file. */
  @SuppressWarnings("unchecked") // What the attribute is.
  private Optional<Set<PosixFilePermission>> mode(Path file) throws IOException {
    return archived
        ? Optional.ofNullable(
            (Set<PosixFilePermission>) Files.getAttribute(file, "zip:permissions"))
        : Optional.empty();
  }

  /** Of a script whose first line names its interpreter. */
  private static boolean endsLikeOnWindows(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return text.startsWith("#!") && text.split("\n", 2)[0].endsWith("\r");
  }

  /** Whether a program is for another processor. A script, or what else is no ELF, is for any. */
  private static Optional<String> foreign(byte[] head, Optional<Architecture> architecture) {
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
