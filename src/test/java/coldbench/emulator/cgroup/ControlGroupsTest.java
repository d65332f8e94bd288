package coldbench.emulator.cgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where control groups are, and that they hold what they should. */
class ControlGroupsTest {
  @Test
  void lambdasShareIsTheMemorysPartOf1769Mb() {
    assertThat(CpuShare.quotaMicros(128)).isEqualTo(1447);
    assertThat(CpuShare.quotaMicros(1769)).isEqualTo(20_000);
    assertThat(CpuShare.quotaMicros(10240)).isEqualTo(115_771);
  }

  /**
   * Lines of a Debian 12 with the hierarchies of version 1 (kernel 6.18), in a container's group.
   */
  @Test
  void aGroupOfVersion1IsFoundInTheHierarchyOfItsController() {
    CgroupMounts mounts =
        new CgroupMounts(
            List.of(
                "32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu,cpuacct",
                "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory",
                "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw"),
            List.of("4:memory:/a/b", "1:cpu,cpuacct:/", "0::/"));
    assertThat(mounts.v1("memory").map(CgroupMounts.Group::folder))
        .contains(Path.of("/sys/fs/cgroup/memory/a/b"));
    assertThat(mounts.v1("cpu").map(CgroupMounts.Group::folder))
        .contains(Path.of("/sys/fs/cgroup/cpu"));
    assertThat(mounts.v1("freezer")).isEmpty();
  }

  /** Lines of a Fedora session (systemd, version 2 only) and of a container that sees a part. */
  @Test
  void aGroupOfVersion2IsFoundAlsoWhereOnlyAPartIsMounted() {
    String line = "26 23 0:22 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate";
    CgroupMounts session =
        new CgroupMounts(
            List.of(line),
            List.of("0::/user.slice/user-1000.slice/user@1000.service/app.slice/run-r1.scope"));
    CgroupMounts container =
        new CgroupMounts(
            List.of("600 590 0:27 /docker/abc /sys/fs/cgroup ro - cgroup2 cgroup rw"),
            List.of("0::/docker/abc/inner"));

    assertThat(session.v2().map(CgroupMounts.Group::folder))
        .contains(
            Path.of(
                "/sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service/app.slice/run-r1.scope"));
    assertThat(session.v1("cpu")).isEmpty();
    assertThat(container.v2())
        .contains(
            new CgroupMounts.Group(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/inner")));
  }

  @Test
  void theLimitsOfVersion2AreWrittenAsTheKernelWantsThem() {
    ControlGroup.Settings settings = ControlGroupsV2.settings(Path.of("/g"), 128);
    assertThat(settings.cpuShare())
        .contains(new ControlGroup.Setting(Path.of("/g/cpu.max"), "1447 20000"));
    assertThat(settings.wholeCpu())
        .contains(new ControlGroup.Setting(Path.of("/g/cpu.max"), "max 20000"));
  }

  @Test
  void aGroupOfVersion2FreezesAndEndsItsProcesses() throws Exception {
    Optional<Path> top =
        new CgroupMounts(
                Files.readAllLines(Path.of("/proc/self/mountinfo")),
                Files.readAllLines(Path.of("/proc/self/cgroup")))
            .v2()
            .map(CgroupMounts.Group::folder)
            .filter(Files::isWritable);
    assumeTrue(top.isPresent(), "no writable group of version 2 here");
    Path folder = Files.createDirectory(top.get().resolve("coldbench-test-" + System.nanoTime()));
    Process process = new ProcessBuilder("sleep", "60").start();
    ControlGroup.Settings all = ControlGroupsV2.settings(folder, 128);
    ControlGroup.Settings withoutCpu =
        new ControlGroup.Settings(
            Optional.empty(), Optional.empty(), all.freeze(), all.thaw(), Optional.empty());
    try (ControlGroup group = new ControlGroup(List.of(folder), withoutCpu)) {
      group.add(process.pid());
      group.freeze();
      awaitFrozen(folder, "frozen 1");
      group.thaw();
      awaitFrozen(folder, "frozen 0");
      group.freeze();
    } finally {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(folder).doesNotExist();
  }

  private static void awaitFrozen(Path folder, String state) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (Files.readAllLines(folder.resolve("cgroup.events")).contains(state)) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("Not " + state);
  }
}
