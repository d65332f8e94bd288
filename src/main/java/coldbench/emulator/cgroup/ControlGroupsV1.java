package coldbench.emulator.cgroup;

import coldbench.emulator.cgroup.ControlGroup.Setting;
import coldbench.emulator.cgroup.ControlGroup.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Control groups of version 1: a hierarchy per controller. Ours are made inside of the group that
 * this process is in, so that what holds for it holds for its functions.
 *
 * @param memory where memory can be limited
 * @param freezer where processes can be frozen
 */
record ControlGroupsV1(Path cpu, Optional<Path> memory, Optional<Path> freezer)
    implements ControlGroups {
  /** The highest weight: what a function may use comes before other work of this machine. */
  private static final String FIRST = "262144";

  static ControlGroups open(CgroupMounts mounts) throws IOException {
    Path cpu = mounts.v1("cpu").orElseThrow().folder();
    if (!Files.isWritable(cpu)) {
      return new Unavailable(ControlGroups.whyNot("v1", cpu, "start as root to have them"));
    }
    return new ControlGroupsV1(cpu, writable(mounts, "memory"), writable(mounts, "freezer"));
  }

  private static Optional<Path> writable(CgroupMounts mounts, String controller) {
    return mounts.v1(controller).map(CgroupMounts.Group::folder).filter(Files::isWritable);
  }

  @Override
  public ControlGroup create(String name, int memoryMb) throws IOException {
    List<Path> folders = new ArrayList<>();
    ControlGroup group = new ControlGroup(folders, settings(name, memoryMb));
    try {
      folders.add(Files.createDirectory(cpu.resolve(name)));
      String period = Integer.toString(CpuShare.PERIOD_MICROS);
      new Setting(cpu.resolve(name).resolve("cpu.cfs_period_us"), period).apply();
      new Setting(cpu.resolve(name).resolve("cpu.shares"), FIRST).apply();
      if (memory.isPresent()) {
        folders.add(Files.createDirectory(memory.get().resolve(name)));
        limitMemory(memory.get().resolve(name), memoryMb);
      }
      if (freezer.isPresent()) {
        folders.add(Files.createDirectory(freezer.get().resolve(name)));
      }
      return group;
    } catch (IOException e) {
      group.close();
      throw e;
    }
  }

  private Settings settings(String name, int memoryMb) {
    Path quota = cpu.resolve(name).resolve("cpu.cfs_quota_us");
    Optional<Path> state = freezer.map(folder -> folder.resolve(name).resolve("freezer.state"));
    return new Settings(
        Optional.of(new Setting(quota, Long.toString(CpuShare.quotaMicros(memoryMb)))),
        Optional.of(new Setting(quota, "-1")),
        state.map(file -> new Setting(file, "FROZEN")),
        state.map(file -> new Setting(file, "THAWED")),
        memory.map(folder -> folder.resolve(name).resolve("memory.max_usage_in_bytes")));
  }

  private static void limitMemory(Path folder, int memoryMb) throws IOException {
    String bytes = Long.toString(memoryMb * 1024L * 1024L);
    new Setting(folder.resolve("memory.limit_in_bytes"), bytes).apply();
    Path withSwap = folder.resolve("memory.memsw.limit_in_bytes");
    if (Files.exists(withSwap)) {
      new Setting(withSwap, bytes).apply();
    }
  }

  @Override
  public CpuLimit cpuLimit() {
    return new CpuLimit.Lambda("control groups v1");
  }
}
