package coldbench.host;

import java.io.IOException;
import java.nio.file.Path;

/** What sandboxes are made with on this machine. */
record Machine(HostSettings settings, WorkFolder work, ControlGroups groups, Isolation isolation) {
  static Machine open(HostSettings settings) throws IOException, InterruptedException {
    WorkFolder work = WorkFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
    try {
      Isolation isolation = Isolation.detect(work.folder("try"));
      return new Machine(settings, work, ControlGroups.detect(work.watchdog()), isolation);
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
