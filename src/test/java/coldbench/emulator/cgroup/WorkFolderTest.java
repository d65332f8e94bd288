package coldbench.emulator.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  /** No process has this number: the kernel's largest is 2^22. */
  private static final String GONE = "coldbench-99999999-1-";

  @TempDir Path parent;

  private Path abandoned(int number) throws IOException {
    Path folder = Files.createDirectory(parent.resolve("filled"));
    for (int i = 0; i < 20; i++) {
      Files.writeString(Files.createDirectory(folder.resolve("f" + i)).resolve("file"), "left");
    }
    return Files.move(folder, parent.resolve(GONE + number));
  }

  @Test
  void whatAToolThatIsNoMoreHasLeftIsRemoved() throws IOException {
    Path left = abandoned(1);

    try (WorkFolder own = WorkFolder.create(parent)) {
      assertThat(left).doesNotExist();
      assertThat(own.folder("sandbox")).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void whatIsNotOfOurMakingStays() throws IOException {
    Path other = Files.createDirectory(parent.resolve("coldbench-notes"));

    WorkFolder.create(parent).close();

    assertThat(other).isDirectory();
  }

  @Test
  void toolsThatStartTogetherRemoveTheSameFoldersWithoutFailing() throws Exception {
    ExecutorService tools = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 20; i++) {
          abandoned(i);
        }
        Callable<WorkFolder> start = () -> WorkFolder.create(parent);
        for (Future<WorkFolder> tool : tools.invokeAll(List.of(start, start))) {
          tool.get().close();
        }
        assertThat(parent).isEmptyDirectory();
      }
    } finally {
      tools.shutdownNow();
    }
  }
}
