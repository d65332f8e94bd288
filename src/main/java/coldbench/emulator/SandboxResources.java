package coldbench.emulator;

import coldbench.emulator.cgroup.ControlGroups;
import coldbench.emulator.cgroup.CpuLimit;
import coldbench.emulator.cgroup.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;

record SandboxResources(
    EmulatorSettings settings, WorkFolder work, ControlGroups groups, Isolation isolation) {
  static SandboxResources open(EmulatorSettings settings) throws IOException, InterruptedException {
    WorkFolder work = WorkFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
    try {
      Isolation isolation = Isolation.detect(work.folder("try"));
      return new SandboxResources(settings, work, ControlGroups.detect(work.reaper()), isolation);
    } catch (IOException | InterruptedException e) {
      work.close();
      throw e;
    }
  }

  CpuLimit cpuLimit() {
    return settings.cpu() == CpuMode.FULL ? new CpuLimit.Full() : groups.cpuLimit();
  }

  void close() {
    work.close();
  }
}
