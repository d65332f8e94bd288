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
  private static final int STARTS = 30;

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
    Callable<Void> start =
        () -> {
          for (int i = 0; i < STARTS; i++) {
            WorkFolder.create(parent).close();
          }
          return null;
        };
    ExecutorService tools = Executors.newFixedThreadPool(2);
    try {
      List<Future<Void>> started = List.of(tools.submit(start), tools.submit(start));
      int number = 0;
      while (!started.stream().allMatch(Future::isDone)) {
        abandoned(number++);
      }
      for (Future<Void> tool : started) {
        tool.get();
      }
    } finally {
      tools.shutdownNow();
    }
    WorkFolder.create(parent).close();
    assertThat(parent).isEmptyDirectory();
  }
}
