package coldbench.emulator.cgroup;

import coldbench.emulator.cgroup.ControlGroup.Setting;
import coldbench.emulator.cgroup.ControlGroup.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Control groups of version 2: one hierarchy. Groups with limits can only be made where no process
 * is, so the place is the nearest group above us that takes them; or our own, as {@code systemd-run
 * --user --scope -p Delegate=yes} gives it, whose processes then move into a group {@code
 * coldbench-tool} beside the functions', for the time that we run: the reaper puts them back.
 *
 * @param parent where groups are made
 */
record ControlGroupsV2(Path parent) implements ControlGroups {
  private static final String CONTROLLERS = "+cpu +memory";

  /** The highest weight: what a function may use comes before other work of this machine. */
  private static final String FIRST = "10000";

  private static final String TOOL = "coldbench-tool";

  static ControlGroups open(CgroupMounts.Group own, Reaper reaper) throws IOException {
    for (Path at = own.folder(); at.startsWith(own.top()); at = at.resolve("..").normalize()) {
      if (takesLimits(at)) {
        if (own.folder().equals(at.resolve(TOOL))) {
          reaper.putBack(own.folder()); // Where a tool has left us whose reaper was killed.
        }
        return new ControlGroupsV2(at);
      }
    }
    if (empty(own.folder(), reaper) && takesLimits(own.folder())) {
      return new ControlGroupsV2(own.folder());
    }
    return new Unavailable(
        ControlGroups.whyNot(
            "v2, with cpu and memory",
            own.folder(),
            "start as root, or with systemd-run --user --scope -p Delegate=yes before the"
                + " command"));
  }

  private static boolean takesLimits(Path folder) {
    try {
      List<String> controllers = words(folder.resolve("cgroup.controllers"));
      if (!Files.isWritable(folder) || !controllers.containsAll(List.of("cpu", "memory"))) {
        return false;
      }
      new Setting(folder.resolve("cgroup.subtree_control"), CONTROLLERS).apply();
      return Files.isWritable(folder.resolve("cgroup.procs"));
    } catch (IOException e) {
      return false; // Not ours, or processes are in it.
    }
  }

  private static List<String> words(Path file) throws IOException {
    return List.of(Files.readString(file).strip().split(" "));
  }

  private static boolean empty(Path folder, Reaper reaper) {
    try {
      Path tool = folder.resolve(TOOL);
      if (!Files.isDirectory(tool)) {
        Files.createDirectory(tool);
      }
      reaper.putBack(tool);
      return move(folder, tool);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean move(Path from, Path to) throws IOException {
    for (String pid : Files.readAllLines(from.resolve("cgroup.procs"))) {
      new Setting(to.resolve("cgroup.procs"), pid).apply();
    }
    return Files.readString(from.resolve("cgroup.procs")).isBlank();
  }

  @Override
  public ControlGroup create(String name, int memoryMb) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    ControlGroup group = new ControlGroup(List.of(folder), settings(folder, memoryMb));
    try {
      new Setting(folder.resolve("memory.max"), Long.toString(memoryMb * 1024L * 1024L)).apply();
      new Setting(folder.resolve("cpu.weight"), FIRST).apply();
      Path swap = folder.resolve("memory.swap.max");
      if (Files.exists(swap)) {
        new Setting(swap, "0").apply();
      }
      return group;
    } catch (IOException e) {
      group.close();
      throw e;
    }
  }

  static Settings settings(Path folder, int memoryMb) {
    Path cpu = folder.resolve("cpu.max");
    Path freeze = folder.resolve("cgroup.freeze");
    String period = " " + CpuShare.PERIOD_MICROS;
    return new Settings(
        Optional.of(new Setting(cpu, CpuShare.quotaMicros(memoryMb) + period)),
        Optional.of(new Setting(cpu, "max" + period)),
        Optional.of(new Setting(freeze, "1")),
        Optional.of(new Setting(freeze, "0")),
        Optional.of(folder.resolve("memory.peak")));
  }

  @Override
  public CpuLimit cpuLimit() {
    return new CpuLimit.Lambda("control groups v2");
  }
}
