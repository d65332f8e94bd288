package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import coldbench.archive.ArchiveEntry;
import coldbench.archive.ArchiveEntry.Kind;
import coldbench.lambda.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Whether a path can be a function's package, before anything is built, deployed or started. */
final class PackageCheck {
  private static final int HEAD_BYTES = 256;
  private static final Set<PosixFilePermission> FOLDER_MODE =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

  /**
   * Of a package and its layers, unzipped.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
   *     quotas</a>
   */
  private static final long MOST_BYTES = 250L * 1024 * 1024;

  private final PackageContent content;

  private PackageCheck(PackageContent content) {
    this.content = content;
  }

  /**
   * What is wrong with a function's package and what to do; empty if nothing is.
   *
   * @param architecture that the function is to be deployed for, where it could be read
   */
  static Optional<String> problem(Path code, String runtime, Optional<Architecture> architecture) {
    if (!Files.exists(code)) {
      return Optional.of(
          "which does not exist, expected a folder or a .zip or .jar file: build the package first");
    }
    if (!Files.isDirectory(code) && !code.toString().matches(".*\\.(zip|jar)")) {
      return Optional.of(
          "which is neither a folder nor a .zip or .jar file, expected one of them: put the file into a folder");
    }
    try (PackageContent content = PackageContent.of(code)) {
      PackageCheck check = new PackageCheck(content);
      Optional<String> files = check.ofFiles();
      return files.isPresent() || !runtime.startsWith("provided")
          ? files
          : check.ofBootstrap(architecture);
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  /** What is wrong with a layer that exists. */
  static Optional<String> ofLayer(PackageContent layer) {
    return new PackageCheck(layer).ofFiles();
  }

  /** What is wrong with a package and its layers together, each of which is right by itself. */
  static Optional<String> ofSize(List<Path> parts) {
    long bytes = 0;
    for (Path part : parts) {
      try (PackageContent content = PackageContent.of(part)) {
        bytes += bytes(content);
      } catch (IOException e) {
        return unreadable(e);
      }
    }
    return bytes > MOST_BYTES
        ? Optional.of(
            "which has %,d bytes unzipped, expected at most %,d, layers included: leave something out"
                .formatted(bytes, MOST_BYTES))
        : Optional.empty();
  }

  private static long bytes(PackageContent content) {
    return content.entries().stream().mapToLong(ArchiveEntry::bytes).sum();
  }

  private static Optional<String> unreadable(IOException e) {
    return Optional.of("which cannot be read (%s): build it again".formatted(e.getMessage()));
  }

  private Optional<String> ofFiles() {
    Optional<String> whole = content.problem();
    if (whole.isPresent()) {
      return whole;
    }
    if (content.entries().stream().allMatch(entry -> entry.kind() == Kind.FOLDER)) {
      return Optional.of("which is empty: build the package first");
    }
    Optional<String> closed =
        content.entries().stream()
            .filter(entry -> entry.permissions().filter(mode -> !openTo(entry, mode)).isPresent())
            .findFirst()
            .map(PackageCheck::closed);
    return closed.isPresent() || bytes(content) > MOST_BYTES ? closed : content.damage();
  }

  /** Whether another user than the one who packed an entry can read it. */
  private static boolean openTo(ArchiveEntry entry, Set<PosixFilePermission> mode) {
    return switch (entry.kind()) {
      case FOLDER -> mode.containsAll(FOLDER_MODE);
      case FILE -> mode.contains(PosixFilePermission.OTHERS_READ);
      case LINK, OTHER -> true;
    };
  }

  private static String closed(ArchiveEntry entry) {
    boolean folder = entry.kind() == Kind.FOLDER;
    return "whose %s %s cannot be read on Lambda (mode %s), expected %s: chmod %s it before it is zipped"
        .formatted(
            folder ? "folder" : "file",
            entry.name(),
            PosixFilePermissions.toString(entry.permissions().orElseThrow()),
            folder ? "rwxr-xr-x" : "rw-r--r--",
            folder ? "755" : "644");
  }

  private Optional<String> ofBootstrap(Optional<Architecture> architecture) throws IOException {
    Optional<ArchiveEntry> program = content.file("bootstrap");
    boolean archived = content instanceof PackageContent.Zipped;
    if (program.isEmpty()) {
      return Optional.of(
          "which has no file bootstrap at its top, which provided runtimes start: put it there");
    }
    if (content instanceof PackageContent.Folder folder
        && !Files.isExecutable(folder.path(program.get()))) {
      return Optional.of(
          "which has no executable file bootstrap, which provided runtimes start: chmod +x it");
    }
    Optional<Set<PosixFilePermission>> mode = program.get().permissions();
    if (archived
        && mode.filter(each -> each.contains(PosixFilePermission.OTHERS_EXECUTE)).isEmpty()) {
      return Optional.of(
          "whose bootstrap cannot be started on Lambda (%s), expected the mode rwxr-xr-x: chmod 755 it before it is zipped, or give the folder"
              .formatted(
                  mode.map(each -> "mode " + PosixFilePermissions.toString(each))
                      .orElse("no mode, as zipped on Windows")));
    }
    try (InputStream in = content.read(program.get())) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return endsLikeOnWindows(head)
          ? Optional.of(
              "whose bootstrap is a script with Windows' line ends (CRLF), which Linux does not start: write it with LF")
          : foreign(head, architecture);
    }
  }

  /** Of a script whose first line names its interpreter. */
  private static boolean endsLikeOnWindows(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return text.startsWith("#!") && text.split("\n", 2)[0].endsWith("\r");
  }

  /** Whether a program is for another processor. A script, or what else is no ELF, is for any. */
  private static Optional<String> foreign(byte[] head, Optional<Architecture> architecture) {
    OptionalInt machine = Architecture.elfMachine(head);
    if (machine.isEmpty()) {
      return Optional.empty();
    }
    Optional<Architecture> built = Architecture.ofElf(machine.getAsInt());
    return architecture
        .filter(wanted -> !built.equals(Optional.of(wanted)))
        .map(
            wanted ->
                built
                    .map(each -> otherArchitecture(each, wanted))
                    .orElse(
                        "whose bootstrap is for a processor that Lambda does not have (ELF machine %d), expected %s: build it for that"
                            .formatted(machine.getAsInt(), wanted.lambdaName())));
  }

  private static String otherArchitecture(Architecture built, Architecture wanted) {
    return "whose bootstrap is built for %s, expected %s: build it for that, or give the entry \"architecture\": \"%s\""
        .formatted(built.lambdaName(), wanted.lambdaName(), built.lambdaName());
  }
}
