package coldbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
  @TempDir private Path folder;
  private Path source;

  @BeforeEach
  void aProject() throws IOException {
    source = folder.resolve("src/main/java/a/A.java");
    Files.createDirectories(source.getParent());
    for (Path file :
        new Path[] {source, folder.resolve("pom.xml"), folder.resolve("coldbench.json")}) {
      Files.writeString(file, "before");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    }
  }

  private Changes changes() throws IOException {
    return new Changes(new FunctionProject(folder));
  }

  @Test
  void whatIsSavedIsSeenOnce() throws IOException {
    Changes changes = changes();
    assertThat(changes.look()).isEqualTo(Changes.Seen.NOTHING);

    Files.writeString(source, "after");

    assertThat(changes.look()).isEqualTo(Changes.Seen.SOURCES);
    assertThat(changes.look()).isEqualTo(Changes.Seen.NOTHING);
  }

  @Test
  void aNewFileADeletedOneAndTheEntryAreChangesOfWhatItDoes() throws IOException {
    Changes changes = changes();
    Path resource = folder.resolve("src/main/resources/a.txt");
    Files.createDirectories(resource.getParent());

    Files.writeString(resource, "new");
    assertThat(changes.look()).isEqualTo(Changes.Seen.SOURCES);
    Files.delete(source);
    assertThat(changes.look()).isEqualTo(Changes.Seen.SOURCES);
    Files.writeString(folder.resolve("coldbench.json"), "[]");
    assertThat(changes.look()).isEqualTo(Changes.Seen.SOURCES);
  }

  @Test
  void thePomIsAChangeOfTheBuildWhateverElseWasSavedWithIt() throws IOException {
    Changes changes = changes();
    Files.writeString(folder.resolve("pom.xml"), "after");
    Files.writeString(source, "after");

    assertThat(changes.look()).isEqualTo(Changes.Seen.BUILD);
    assertThat(changes.look()).isEqualTo(Changes.Seen.NOTHING);
  }

  @Test
  void testsAndWhatWasBuiltAreNotLookedAt() throws IOException {
    Changes changes = changes();
    for (String file : new String[] {"src/test/java/ATest.java", "target/a.jar", "README.md"}) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "new");
    }
    assertThat(changes.look()).isEqualTo(Changes.Seen.NOTHING);
  }
}
