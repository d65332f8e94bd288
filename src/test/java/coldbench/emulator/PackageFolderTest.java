package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.archive.Zip;
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
  void aLinkInAZipStaysALink() throws Exception {
    Path file = folder.resolve("package.zip");
    try (Zip zip = Zip.to(file)) {
      zip.add("lib/a.so.1", Zip.FILE, "code")
          .add("lib/a.so", Zip.LINK, "a.so.1")
          .add("node_modules", Zip.LINK, "/opt/nodejs/node_modules");
    }

    Path unpacked = PackageFolder.of(file, Files.createDirectory(folder.resolve("unpacked")));

    assertThat(Files.readSymbolicLink(unpacked.resolve("lib/a.so"))).hasToString("a.so.1");
    assertThat(unpacked.resolve("lib/a.so")).hasContent("code");
    assertThat(Files.readSymbolicLink(unpacked.resolve("node_modules")))
        .hasToString("/opt/nodejs/node_modules");
  }

  @Test
  void anotherLayersFileReplacesALinkAndNotWhatItLeadsTo() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside"), "untouched");
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    try (Zip zip = Zip.to(first)) {
      zip.add("tool", Zip.LINK, outside.toString());
    }
    try (Zip zip = Zip.to(second)) {
      zip.add("tool", Zip.PROGRAM, "mine");
    }
    Path layers = Files.createDirectory(folder.resolve("layers"));

    PackageFolder.addTo(layers, first);
    PackageFolder.addTo(layers, second);

    assertThat(layers.resolve("tool")).hasContent("mine").isExecutable();
    assertThat(outside).hasContent("untouched");
  }

  @Test
  void nothingIsUnpackedThroughALinkOfAnEarlierLayer() throws Exception {
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    try (Zip zip = Zip.to(first)) {
      zip.add("lib", Zip.LINK, folder.toString());
    }
    try (Zip zip = Zip.to(second)) {
      zip.add("lib/evil", Zip.FILE, "");
    }
    Path layers = Files.createDirectory(folder.resolve("layers"));
    PackageFolder.addTo(layers, first);

    assertThatThrownBy(() -> PackageFolder.addTo(layers, second))
        .hasMessage("lib/evil lies below lib, which is a link of an earlier layer");
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void whatLambdaWouldNotUnpackIsNotUnpacked() throws Exception {
    Path file = folder.resolve("package.zip");
    try (Zip zip = Zip.to(file)) {
      zip.add("../evil", Zip.FILE, "");
    }
    Path into = Files.createDirectory(folder.resolve("unpacked"));

    assertThatThrownBy(() -> PackageFolder.of(file, into))
        .hasMessageStartingWith("Could not unzip uploaded file, whose entry ../evil leads out");
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void aFolderStaysWhereItIs() throws Exception {
    assertThat(PackageFolder.of(folder, folder.resolve("unused"))).isEqualTo(folder);
  }
}
