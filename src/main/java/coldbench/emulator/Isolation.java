package coldbench.emulator;

import coldbench.emulator.interpreter.Subprocess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a function sees of the file system: on Lambda its package in {@code /var/task}, read-only,
 * and a {@code /tmp} of its own. Here mounts that only its process sees make it so, where the
 * system lets us: as root, or in a user namespace.
 *
 * @see <a href="https://man7.org/linux/man-pages/man1/unshare.1.html">unshare</a>
 */
sealed interface Isolation {
  String TASK_ROOT = "/var/task";

  /** Where the function's package is for its process. */
  Path taskRoot(Path code);

  /** What the shell that makes the mounts is started by; empty if by nothing. */
  List<String> starter();

  /**
   * What that shell does; it takes its {@link #arguments} off. Ends with {@code &&} if not empty.
   */
  String script();

  /**
   * What the script works on.
   *
   * @param scratch an empty folder for the mounts
   * @param keep a folder that must stay to be seen, also if it is in {@code /tmp}
   */
  List<String> arguments(Path code, Path scratch, Path keep);

  /** Why functions see the machine's own files; empty if they do not. */
  Optional<String> reasonForNone();

  /** No mounts: the package stays where it is, and {@code /tmp} is the machine's. */
  record None(String reason) implements Isolation {
    @Override
    public Path taskRoot(Path code) {
      return code;
    }

    @Override
    public List<String> starter() {
      return List.of();
    }

    @Override
    public String script() {
      return "";
    }

    @Override
    public List<String> arguments(Path code, Path scratch, Path keep) {
      return List.of();
    }

    @Override
    public Optional<String> reasonForNone() {
      return Optional.of(reason);
    }
  }

  /**
   * Mounts of its own. {@code /var/task} is made in an overlay, so that nothing is left in the
   * machine's {@code /var}.
   */
  record Mounts(List<String> unshare, String mount) implements Isolation {
    /** $1 mount, $2 package, $3 scratch, $4 a folder to keep; all are taken off the arguments. */
    private static final String MOUNTS =
        """
        mkdir -p "$3/upper" "$3/work" "$3/tmp" &&
        "$1" -t overlay overlay -o "lowerdir=/var,upperdir=$3/upper,workdir=$3/work" /var &&
        mkdir -p /var/task && "$1" --bind -o ro "$2" /var/task &&
        case $4 in /tmp/*) mkdir -p "$3$4" && "$1" --rbind "$4" "$3$4";; esac &&
        "$1" --rbind "$3/tmp" /tmp && shift 4 &&
        """;

    @Override
    public Path taskRoot(Path code) {
      return Path.of(TASK_ROOT);
    }

    @Override
    public List<String> starter() {
      return unshare;
    }

    @Override
    public String script() {
      return MOUNTS;
    }

    @Override
    public List<String> arguments(Path code, Path scratch, Path keep) {
      return List.of(mount, code.toString(), scratch.toString(), keep.toString());
    }

    @Override
    public Optional<String> reasonForNone() {
      return Optional.empty();
    }
  }

  /**
   * Tries what this system allows.
   *
   * @param scratch an empty folder to try it with
   */
  static Isolation detect(Path scratch) throws IOException, InterruptedException {
    Optional<String> unshare = program("unshare");
    Optional<String> mount = program("mount");
    if (unshare.isEmpty() || mount.isEmpty()) {
      return new None("unshare and mount (util-linux) are not installed");
    }
    List<String> asRoot = List.of(unshare.get(), "--mount", "--propagation", "private");
    List<String> asUser = List.of(unshare.get(), "-U", "-r", "-m", "--propagation", "private");
    String lastError = "";
    for (List<String> start : List.of(asRoot, asUser)) {
      Mounts mounts = new Mounts(start, mount.get());
      Path folder = Files.createTempDirectory(scratch, "mounts-");
      List<String> words = new ArrayList<>(start);
      words.addAll(List.of("/bin/sh", "-c", mounts.script() + "cd " + TASK_ROOT, "sandbox"));
      words.addAll(mounts.arguments(scratch, folder, scratch));
      Subprocess.Result result = Subprocess.run(words, Map.of(), Duration.ofSeconds(20));
      if (result.ok()) {
        return mounts;
      }
      lastError = result.output();
    }
    return new None("mounts are not allowed here: " + lastError);
  }

  private static Optional<String> program(String name) {
    return Stream.of("/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/")
        .map(folder -> folder + name)
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst();
  }
}
