package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that are given as zip files. */
class PackageFolderTest {
  @TempDir Path folder;

  @Test
  void aZipIsUnpackedWithThePermissionsOfItsEntries() throws Exception {
    Path file = folder.resolve("package.zip");
    try (FileSystem zip =
        FileSystems.newFileSystem(
            file, Map.of("create", "true", "enablePosixFileAttributes", true))) {
      Files.createDirectory(zip.getPath("/lib"));
      Files.writeString(zip.getPath("/lib/data"), "data");
      Files.writeString(zip.getPath("/bootstrap"), "#!/bin/sh\n");
      Files.setPosixFilePermissions(
          zip.getPath("/bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path unpacked = PackageFolder.of(file, Files.createDirectory(folder.resolve("unpacked")));

    assertThat(unpacked.resolve("bootstrap")).isExecutable();
    assertThat(unpacked.resolve("lib/data")).hasContent("data");
    assertThat(CodePackage.of(file).size()).isEqualTo(Files.size(file));
  }

  @Test
  void whatAZipWithoutPermissionsHoldsCanBeReadAndNotBeStarted() throws Exception {
    Path file = folder.resolve("package.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("bootstrap")); // The JDK writes no permissions, as on Windows.
      zip.write("#!/bin/sh\n".getBytes(UTF_8));
    }

    Path unpacked = PackageFolder.of(file, Files.createDirectory(folder.resolve("unpacked")));

    assertThat(Executable.startError(unpacked.resolve("bootstrap"), "x86_64"))
        .contains("fork/exec /var/task/bootstrap: permission denied");
    assertThat(Files.getPosixFilePermissions(unpacked.resolve("bootstrap")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Test
  void aFolderStaysWhereItIs() throws Exception {
    assertThat(PackageFolder.of(folder, folder.resolve("unused"))).isEqualTo(folder);
  }
}
