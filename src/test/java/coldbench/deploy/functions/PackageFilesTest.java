package coldbench.deploy.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFilesTest {
  @TempDir private Path folder;
  private Path code;

  @BeforeEach
  void aPackageMadeUnderANarrowUmask() throws IOException {
    code = Files.createDirectories(folder.resolve("code/lib")).getParent();
    Files.writeString(code.resolve("app.py"), "x = 1");
    Files.writeString(code.resolve("lib/run"), "#!/bin/sh");
    Files.createDirectories(code.resolve("lib/__pycache__"));
    Files.writeString(code.resolve("lib/__pycache__/app.pyc"), "x");
    narrow("rwx------", "rw-------");
  }

  private void narrow(String folders, String files) throws IOException {
    Files.setPosixFilePermissions(code.resolve("lib"), PosixFilePermissions.fromString(folders));
    Files.setPosixFilePermissions(code.resolve("app.py"), PosixFilePermissions.fromString(files));
    Files.setPosixFilePermissions(
        code.resolve("lib/run"), PosixFilePermissions.fromString(folders));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void whatIsPackedCanBeReadAndStartedByAnybody() throws IOException {
    Path packed = Files.createDirectory(folder.resolve("packed"));

    PackageFiles.copyAll(code, packed);

    assertThat(mode(packed.resolve("app.py"))).isEqualTo("rw-r--r--");
    assertThat(mode(packed.resolve("lib"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(packed.resolve("lib/run"))).isEqualTo("rwxr-xr-x");
    assertThat(packed.resolve("lib/__pycache__")).doesNotExist();
  }

  @Test
  void theUmaskChangesNoHash() throws IOException {
    String before = PackageFiles.hash(code);
    narrow("rwxr-xr-x", "rw-r--r--");

    assertThat(PackageFiles.hash(code)).isEqualTo(before);
  }

  @Test
  void aFileThatCanBeStartedNowMakesAnotherHash() throws IOException {
    String before = PackageFiles.hash(code);
    narrow("rwx------", "rwx------");

    assertThat(PackageFiles.hash(code)).isNotEqualTo(before);
  }

  @Test
  void aLinkIsPackedAsWhatItLeadsTo() throws IOException {
    Path shared = Files.writeString(folder.resolve("shared"), "shared by two packages");
    Files.createSymbolicLink(code.resolve("link"), shared);
    Path packed = Files.createDirectory(folder.resolve("packed"));

    PackageFiles.copyAll(code, packed);

    assertThat(packed.resolve("link")).isRegularFile().hasContent("shared by two packages");
    assertThat(Files.isSymbolicLink(packed.resolve("link"))).isFalse();
  }
}
