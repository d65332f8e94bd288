package coldbench.emulator.cgroup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where this process's own control groups are in the file system.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">mountinfo</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/cgroups.7.html">cgroups,
 *     /proc/[pid]/cgroup</a>
 */
final class CgroupMounts {
  private final List<String> mountInfo;
  private final List<String> own;

  /**
   * What the kernel says.
   *
   * @param mountInfo lines of {@code /proc/self/mountinfo}
   * @param own lines of {@code /proc/self/cgroup}
   */
  CgroupMounts(List<String> mountInfo, List<String> own) {
    this.mountInfo = mountInfo;
    this.own = own;
  }

  /** A group with the top of the hierarchy that it is in. */
  record Group(Path top, Path folder) {}

  /** Our group in the hierarchy of version 1 that has a controller. */
  Optional<Group> v1(String controller) {
    return own.stream()
        .map(line -> line.split(":", 3))
        .filter(fields -> List.of(fields[1].split(",")).contains(controller))
        .findFirst()
        .flatMap(fields -> find("cgroup", controller, fields[2]));
  }

  /** Our group in the unified hierarchy. */
  Optional<Group> v2() {
    return own.stream()
        .filter(line -> line.startsWith("0::"))
        .findFirst()
        .flatMap(line -> find("cgroup2", "", line.substring("0::".length())));
  }

  private Optional<Group> find(String type, String controller, String group) {
    for (String line : mountInfo) {
      String[] halves = line.split(" - ", 2);
      String[] mount = halves[0].split(" ", -1);
      String[] source = halves[1].split(" ", -1);
      boolean has =
          controller.isEmpty()
              || List.of(source[source.length - 1].split(",")).contains(controller);
      if (source[0].equals(type) && has) {
        return Optional.of(within(Path.of(mount[4]), Path.of(mount[3]), Path.of(group)));
      }
    }
    return Optional.empty();
  }

  /** In a container only a part of the hierarchy may be mounted. */
  private static Group within(Path mountPoint, Path mountedRoot, Path group) {
    Path inside = group.startsWith(mountedRoot) ? mountedRoot.relativize(group) : Path.of("");
    return new Group(mountPoint, mountPoint.resolve(inside));
  }
}
