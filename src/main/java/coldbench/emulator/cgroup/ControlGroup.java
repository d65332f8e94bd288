package coldbench.emulator.cgroup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The control group of one sandbox: one folder in the unified hierarchy, or one in each of those of
 * version 1. What a version of the kernel's interface has and the other has not stays empty.
 */
public final class ControlGroup implements AutoCloseable {
  private static final int REMOVAL_TRIES = 100;
  private static final int REMOVAL_PAUSE_MS = 20;

  private final List<Path> folders;
  private final Settings settings;

  /** A value for one of the kernel's files. */
  record Setting(Path file, String value) {
    void apply() throws IOException {
      try {
        Files.write(file, value.getBytes(US_ASCII), WRITE);
      } catch (IOException e) {
        throw new IOException(
            file + " does not accept \"" + value + "\"" + ": " + e.getMessage(), e);
      }
    }
  }

  /**
   * What can be set.
   *
   * @param cpuShare the share of a CPU that Lambda gives
   * @param wholeCpu no limit
   * @param peak a file with the most memory that the group has had, in bytes
   */
  record Settings(
      Optional<Setting> cpuShare,
      Optional<Setting> wholeCpu,
      Optional<Setting> freeze,
      Optional<Setting> thaw,
      Optional<Path> peak) {}

  ControlGroup(List<Path> folders, Settings settings) {
    this.folders = folders;
    this.settings = settings;
  }

  /** A group that holds nothing, where there are no control groups. */
  public static ControlGroup none() {
    return new ControlGroup(
        List.of(),
        new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  public List<Path> folders() {
    return folders;
  }

  public void add(long pid) throws IOException {
    for (Path folder : folders) {
      new Setting(folder.resolve("cgroup.procs"), Long.toString(pid)).apply();
    }
  }

  /** From now on, Lambda's share of a CPU. */
  public void limitCpu() throws IOException {
    apply(settings.cpuShare());
  }

  public void freeze() throws IOException {
    apply(settings.freeze());
  }

  public void thaw() throws IOException {
    apply(settings.thaw());
  }

  private static void apply(Optional<Setting> setting) throws IOException {
    if (setting.isPresent()) {
      setting.get().apply();
    }
  }

  /** The most memory that its processes have had together, in KB; 0 if the kernel does not say. */
  public long peakKb() {
    try {
      return settings.peak().isEmpty()
          ? 0
          : Long.parseLong(Files.readString(settings.peak().get()).strip()) / 1024;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Lets its processes come to their end: a frozen one, or one without CPU, cannot. */
  public void release() {
    try {
      apply(settings.wholeCpu());
      thaw();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  /** Ends what is left in it and removes it. */
  @Override
  public void close() {
    release();
    remove(folders);
  }

  /** Ends the processes of a group and removes its folders; whoever made it. */
  static void remove(List<Path> folders) {
    for (Path folder : folders) {
      try {
        new Setting(folder.resolve("freezer.state"), "THAWED").apply(); // Else no signal arrives.
      } catch (IOException e) {
        // Not the freezer's, or gone.
      }
    }
    folders.forEach(ControlGroup::remove);
  }

  private static void remove(Path folder) {
    boolean interrupted = false;
    for (int i = 0; i < REMOVAL_TRIES && Files.isDirectory(folder); i++) {
      try {
        for (String pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
          ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
        Files.delete(folder);
      } catch (IOException e) {
        try {
          Thread.sleep(REMOVAL_PAUSE_MS); // Busy as long as an ended process is not gone.
        } catch (InterruptedException stop) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
