package coldbench.emulator.cgroup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of one local Lambda for what its sandboxes write. It goes with it, also when the tool is
 * killed (see {@link Reaper}); what even then is left, the next tool removes: the folder's name
 * says whose it is, and a file in it names the control groups.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String GROUPS = "groups";

  /** Process and its start, so that a number that came again is not taken for it. */
  private static final Pattern NAME = Pattern.compile("coldbench-(\\d+)-(\\d+)-\\d+");

  private final Path root;
  private final Reaper reaper;

  private WorkFolder(Path root, Reaper reaper) {
    this.root = root;
    this.reaper = reaper;
  }

  public static WorkFolder create(Path parent) throws IOException {
    sweep(parent);
    Path root =
        Files.createTempDirectory(parent, "coldbench-" + mark(ProcessHandle.current()) + "-");
    return new WorkFolder(root, Reaper.start(root));
  }

  private static String mark(ProcessHandle process) {
    return process.pid() + "-" + startTicks(process.pid());
  }

  /** Ticks since boot, field 22 of {@code /proc/<pid>/stat}: unlike a time, it never shifts. */
  private static String startTicks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
    } catch (IOException e) {
      return "0";
    }
  }

  /** Removes what tools that are no more have left. Another user's folder is not believed. */
  private static void sweep(Path parent) throws IOException {
    UserPrincipal user = Files.getOwner(Path.of("/proc/self"));
    List<Path> folders;
    try (Stream<Path> all = Files.list(parent)) {
      folders = all.filter(folder -> NAME.matcher(name(folder)).matches()).toList();
    }
    for (Path folder : folders) {
      try {
        if (isAbandoned(folder) && Files.getOwner(folder).equals(user)) {
          remove(folder);
        }
      } catch (NoSuchFileException e) {
        // Its own reaper, or another tool that starts just now, was faster.
      }
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static boolean isAbandoned(Path folder) {
    Matcher name = NAME.matcher(name(folder));
    return name.matches()
        && ProcessHandle.of(Long.parseLong(name.group(1)))
            .filter(process -> name(folder).startsWith("coldbench-" + mark(process) + "-"))
            .isEmpty();
  }

  private static void remove(Path folder) throws IOException {
    Path groups = folder.resolve(GROUPS);
    if (Files.exists(groups)) {
      ControlGroup.remove(Files.readAllLines(groups).stream().map(Path::of).toList());
    }
    Files.walkFileTree(folder, new Removal());
  }

  /**
   * A folder that cannot be read is empty: without root's rights an overlay's work folder is so.
   */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path unreadable, IOException e) throws IOException {
      Files.deleteIfExists(unreadable);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  /** A new folder within; its name says whose it is. */
  public Path folder(String purpose) throws IOException {
    return Files.createTempDirectory(root, purpose.replaceAll("[^A-Za-z0-9_-]", "_") + "-");
  }

  /** A name for a control group, different from all that ever were on this machine. */
  public String groupName(int number) {
    return name(root) + "-" + number;
  }

  /** Notes a group, before there are processes in it. */
  public void note(ControlGroup group) throws IOException {
    StringBuilder lines = new StringBuilder();
    group.folders().forEach(folder -> lines.append(folder).append('\n'));
    Files.writeString(root.resolve(GROUPS), lines, UTF_8, CREATE, APPEND);
  }

  public Reaper reaper() {
    return reaper;
  }

  @Override
  public void close() {
    reaper.close();
  }
}
