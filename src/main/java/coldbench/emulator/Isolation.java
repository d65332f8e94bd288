package coldbench.emulator;

import coldbench.emulator.interpreter.Subprocess;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function sees of the file system: on Lambda its package in {@code /var/task} and its
 * layers in {@code /opt}, read-only, and a {@code /tmp} of its own and of a certain size. Here
 * mounts that only its process sees make it so, where the system lets us: as root, or in a user
 * namespace, where the size of {@code /tmp} is not held.
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

  /** What the script works on, ready to be mounted. */
  List<String> arguments(View view) throws IOException;

  /**
   * What one sandbox sees.
   *
   * @param code the package
   * @param layers a folder with the content of all layers; none where there is no layer
   * @param storageMb size of {@code /tmp}
   * @param scratch an empty folder for the mounts
   * @param keep folders that must stay visible even under {@code /tmp}
   */
  record View(Path code, Optional<Path> layers, int storageMb, Path scratch, List<Path> keep) {}

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
    public List<String> arguments(View view) {
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
   *
   * @param format makes the file system of {@code /tmp}; none where no such file can be mounted
   */
  record Mounts(List<String> unshare, String mount, Optional<String> format) implements Isolation {
    /**
     * $1 mount, $2 package, $3 scratch, $4 folders to keep, with colons between them, $5 layers or
     * -, $6 image or -.
     */
    private static final String MOUNTS =
        """
        mkdir -p "$3/upper" "$3/work" "$3/tmp" &&
        "$1" -t overlay overlay -o "lowerdir=/var,upperdir=$3/upper,workdir=$3/work" /var &&
        mkdir -p /var/task && "$1" --bind -o ro "$2" /var/task &&
        case $5 in -) ;; *) "$1" -t overlay overlay -o "ro,lowerdir=$5:/opt" /opt;; esac &&
        case $6 in -) ;; *) "$1" -o loop,noatime "$6" "$3/tmp" && rmdir "$3/tmp/lost+found";; esac &&
        IFS=: && for keep in $4; do
          case $keep in /tmp/*) mkdir -p "$3$keep" && "$1" --rbind "$keep" "$3$keep" || exit 1;; esac
        done && unset IFS &&
        chmod 1777 "$3/tmp" && "$1" --rbind "$3/tmp" /tmp && shift 6 &&
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
    public List<String> arguments(View view) throws IOException {
      return List.of(
          mount,
          view.code().toString(),
          view.scratch().toString(),
          view.keep().stream().map(Path::toString).collect(Collectors.joining(":")),
          view.layers().map(Path::toString).orElse("-"),
          image(view).map(Path::toString).orElse("-"));
    }

    private Optional<Path> image(View view) throws IOException {
      if (format.isEmpty()) {
        return Optional.empty();
      }
      Path image = view.scratch().resolve("tmp.img");
      try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
        file.setLength((long) view.storageMb() << 20);
      }
      // All of it is the function's: no journal, nothing reserved for root, few inodes.
      List<String> words =
          List.of(
              format.get(),
              "-q",
              "-F",
              "-m",
              "0",
              "-O",
              "^has_journal",
              "-i",
              "65536",
              image.toString());
      try {
        Subprocess.Result result = Subprocess.run(words, Map.of(), Duration.ofSeconds(60));
        if (!result.ok()) {
          throw new IOException("/tmp cannot be made: " + result.output());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while /tmp was made");
      }
      return Optional.of(image);
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
    List<Mounts> candidates = new ArrayList<>();
    program("mkfs.ext4")
        .ifPresent(mkfs -> candidates.add(new Mounts(asRoot, mount.get(), Optional.of(mkfs))));
    candidates.add(new Mounts(asRoot, mount.get(), Optional.empty()));
    candidates.add(new Mounts(asUser, mount.get(), Optional.empty()));
    String lastError = "";
    for (Mounts mounts : candidates) {
      Path folder = Files.createTempDirectory(scratch, "mounts-");
      List<String> words = new ArrayList<>(mounts.unshare());
      words.addAll(List.of("/bin/sh", "-c", mounts.script() + "cd " + TASK_ROOT, "sandbox"));
      words.addAll(
          mounts.arguments(new View(scratch, Optional.empty(), 512, folder, List.of(scratch))));
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
