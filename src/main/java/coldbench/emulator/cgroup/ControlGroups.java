package coldbench.emulator.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where control groups for sandboxes can be made on this machine.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control groups v2</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/index.html">Control groups v1</a>
 */
public sealed interface ControlGroups
    permits ControlGroupsV1, ControlGroupsV2, ControlGroups.Unavailable {
  /**
   * A new group.
   *
   * @param name of its folders
   * @param memoryMb its limit of memory, and what its share of a CPU follows from
   */
  ControlGroup create(String name, int memoryMb) throws IOException;

  /** Whether a share of a CPU can be held. */
  CpuLimit cpuLimit();

  /** None can be made. */
  record Unavailable(String reason) implements ControlGroups {
    @Override
    public ControlGroup create(String name, int memoryMb) {
      return ControlGroup.none();
    }

    @Override
    public CpuLimit cpuLimit() {
      return new CpuLimit.Unavailable(reason);
    }
  }

  /**
   * Why no group can be made in a folder.
   *
   * @param otherwise what to do where it is not the mount that forbids it
   */
  static String whyNot(String version, Path folder, String otherwise) throws IOException {
    return Files.getFileStore(folder).isReadOnly()
        ? "control groups (%s) are mounted read-only at %s, as in most containers: mount them writable, or give the container --privileged"
            .formatted(version, folder)
        : "control groups (%s) cannot be made in %s: %s".formatted(version, folder, otherwise);
  }

  /**
   * Looks at this process's mounts and groups, and tries.
   *
   * @param reaper puts back at the end what had to be moved
   */
  static ControlGroups detect(Reaper reaper) {
    try {
      List<String> mountInfo = Files.readAllLines(Path.of("/proc/self/mountinfo"));
      List<String> own = Files.readAllLines(Path.of("/proc/self/cgroup"));
      CgroupMounts mounts = new CgroupMounts(mountInfo, own);
      if (mounts.v1("cpu").isPresent()) {
        return ControlGroupsV1.open(mounts);
      }
      return mounts.v2().isPresent()
          ? ControlGroupsV2.open(mounts.v2().get(), reaper)
          : new Unavailable("this system has no control groups");
    } catch (IOException e) {
      return new Unavailable("this system has no control groups (" + e.getMessage() + ")");
    }
  }
}
