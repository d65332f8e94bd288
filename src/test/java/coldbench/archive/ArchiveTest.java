package coldbench.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coldbench.archive.ArchiveEntry.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip files as tools of all kinds write them. */
class ArchiveTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void aPath() {
    file = folder.resolve("package.zip");
  }

  private Optional<String> problem() throws IOException {
    try (Archive archive = Archive.open(file)) {
      assertThat(archive.problem().isPresent() && !archive.entries().isEmpty()).isFalse();
      return archive.problem();
    }
  }

  private static String text(Archive archive, ArchiveEntry entry) throws IOException {
    return new String(archive.read(entry).readAllBytes(), UTF_8);
  }

  @Test
  void linksFilesAndFoldersAreToldApartByTheirModes() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("lib/", Zip.FOLDER, "")
          .add("lib/real.so.1", Zip.FILE, "code")
          .add("lib/real.so", Zip.LINK, "real.so.1")
          .add("bootstrap", Zip.PROGRAM, "#!/bin/sh")
          .add("plain", 0755, "no type");
    }
    try (Archive archive = Archive.open(file)) {
      assertThat(archive.entries())
          .extracting(ArchiveEntry::name, ArchiveEntry::kind, ArchiveEntry::target)
          .containsExactly(
              tuple("lib", Kind.FOLDER, ""),
              tuple("lib/real.so.1", Kind.FILE, ""),
              tuple("lib/real.so", Kind.LINK, "real.so.1"),
              tuple("bootstrap", Kind.FILE, ""),
              tuple("plain", Kind.FILE, ""));
      assertThat(archive.entries().get(3).permissions())
          .contains(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aPipeIsAProblem() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("pipe", 010644, "");
    }

    assertThat(problem())
        .contains(
            "whose entry pipe is a device, a pipe or a socket, expected files, folders and links");
  }

  @Test
  void whatAToolOnWindowsWritesHasNoMode() throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("bootstrap"));
    }

    try (Archive archive = Archive.open(file)) {
      assertThat(archive.entries().get(0).permissions()).isEmpty();
    }
  }

  @Test
  void sizesMayComeBehindTheContentAndMayBeOf64Bits() throws Exception {
    try (Zip zip = Zip.streamedTo(file)) {
      zip.add("streamed", Zip.FILE, "abc");
    }
    Path large = folder.resolve("large.zip");
    try (Zip zip = Zip.to(large).zip64()) {
      zip.add("large", Zip.FILE, "abc");
    }

    for (Path each : List.of(file, large)) {
      try (Archive archive = Archive.open(each)) {
        assertThat(text(archive, archive.entries().get(0))).isEqualTo("abc");
        assertThat(archive.entries().get(0).bytes()).isEqualTo(3);
      }
    }
  }

  @Test
  void whatStandsBeforeAnArchiveIsNoPartOfIt() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("file", Zip.FILE, "abc");
    }
    byte[] zipped = Files.readAllBytes(file);
    Files.writeString(file, "#!/usr/bin/env python3\n");
    Files.write(file, zipped, StandardOpenOption.APPEND);

    try (Archive archive = Archive.open(file)) {
      assertThat(text(archive, archive.entries().get(0))).isEqualTo("abc");
    }
  }

  @Test
  void dotsThatSayNothingAreLeftOut() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("./", Zip.FOLDER, "").add("./lib//a", Zip.FILE, "").add("./lib/b", Zip.FILE, "");
    }

    try (Archive archive = Archive.open(file)) {
      assertThat(archive.entries())
          .extracting(ArchiveEntry::name)
          .containsExactly("lib/a", "lib/b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "/etc/evil", "lib/../../evil", "..", "lib/.."})
  void anEntryThatLeadsOutOfThePackageIsAProblem(String name) throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add(name, Zip.FILE, "");
    }

    assertThat(problem())
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("whose entry " + name + " leads out of the package"));
  }

  @Test
  void aNameThatLinuxDoesNotTakeIsAProblem() throws Exception {
    String most = "ü".repeat(127) + "a";
    for (String name : List.of(most, "d/".repeat(2000) + "a")) {
      try (Zip zip = Zip.to(file)) {
        zip.add(name, Zip.FILE, "");
      }
      assertThat(problem()).isEmpty();
    }
    for (String name : List.of(most + "a", "lib/" + most + "a/b", "d/".repeat(2050) + "a")) {
      try (Zip zip = Zip.to(file)) {
        zip.add(name, Zip.FILE, "");
      }
      assertThat(problem())
          .hasValueSatisfying(
              text ->
                  assertThat(text).contains("… has a name of ", "expected at most 255 and 4085:"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib\\a.py", "lib/b\\a.py"})
  void backslashesAreNoFoldersOnLambda(String name) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
    }

    assertThat(problem())
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith("whose entry " + name + " has backslashes")
                    .endsWith("expected slashes: zip it with another tool"));
  }

  @Test
  void aFileThatIsThereTwiceIsAProblemAndAFolderIsNot() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("lib/", Zip.FOLDER, "").add("lib/", Zip.FOLDER, "");
    }
    assertThat(problem()).isEmpty();
    try (Zip zip = Zip.to(file)) {
      zip.add("app.py", Zip.FILE, "1").add("./app.py", Zip.FILE, "2");
    }
    assertThat(problem())
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("whose entry ./app.py is there twice, expected once"));
  }

  @Test
  void nothingCanLieBelowAFileOrALink() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("lib/passwd", Zip.FILE, "").add("lib", Zip.LINK, "/etc");
    }
    assertThat(problem())
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith("whose entry lib/passwd lies below lib, which is a link"));
    try (Zip zip = Zip.to(file)) {
      zip.add("lib", Zip.FILE, "").add("lib/a/b", Zip.FILE, "");
    }
    assertThat(problem())
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("whose entry lib/a/b lies below lib, which is a file"));
  }

  @Test
  void anEncryptedEntryIsAProblem() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("secret", Zip.FILE, "abc");
    }
    byte[] zipped = Files.readAllBytes(file);
    int central = new String(zipped, ISO_8859_1).indexOf("PK\1\2");
    zipped[central + 8] |= 1; // General purpose bit flag, bit 0.
    Files.write(file, zipped);

    assertThat(problem())
        .contains("whose entry secret is encrypted, expected no password: zip it without one");
  }

  @Test
  void aMethodThatLambdaDoesNotKnowIsAProblem() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.addPackedBy(14, "lzma", new byte[9]);
    }

    assertThat(problem())
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith(
                        "whose entry lzma is packed by method 14, expected deflate (8) or none"));
  }

  @Test
  void anArchiveThatWasCutIsNone() throws Exception {
    try (Zip zip = Zip.to(file)) {
      zip.add("file", Zip.FILE, "abc");
    }
    byte[] zipped = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(zipped, zipped.length - 30));

    assertThatThrownBy(() -> Archive.open(file)).isInstanceOf(IOException.class);
  }

  /** The field is where the directory keeps an entry's checksum (16) or its size (24). */
  @ParameterizedTest
  @CsvSource({
    "0, false, 24, 5, 'it has more bytes, expected 5 as the directory says'",
    "0, false, 24, 9, 'it has 7 bytes, expected 9 as the directory says'",
    "9, false, 24, 5, 'it has more bytes, expected 5 as the directory says'",
    "9, false, 24, 9, 'it has 7 bytes, expected 9 as the directory says'",
    "9, true, 24, 5, 'it has more bytes, expected 5 as the directory says'",
    "9, true, 24, 9, 'it has 7 bytes, expected 9 as the directory says'",
    "9, false, 24, 0, 'it has more bytes, expected 0 as the directory says'",
    "0, false, 16, 1, 'its checksum is'",
    "9, true, 16, 1, 'its checksum is'",
  })
  void contentThatIsNotWhatTheDirectorySaysIsFoundOut(
      int level, boolean streamed, int field, int value, String problem) throws Exception {
    try (Zip zip = streamed ? Zip.streamedTo(file) : Zip.to(file)) {
      zip.level(level).add("file", Zip.FILE, "content");
    }
    byte[] zipped = Files.readAllBytes(file);
    int central = new String(zipped, ISO_8859_1).indexOf("PK\1\2");
    Arrays.fill(zipped, central + field, central + field + 4, (byte) 0);
    zipped[central + field] = (byte) value;
    Files.write(file, zipped);

    try (Archive archive = Archive.open(file)) {
      assertThatThrownBy(() -> text(archive, archive.entries().get(0)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(problem);
    }
  }

  @Test
  void contentThatIsNotWhatWasPackedIsFoundOut() throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("file"));
      zip.write("content".getBytes(UTF_8));
    }
    byte[] zipped = Files.readAllBytes(file);
    zipped[new String(zipped, ISO_8859_1).indexOf("content")] = 'C';
    Files.write(file, zipped);

    try (Archive archive = Archive.open(file)) {
      assertThatThrownBy(() -> text(archive, archive.entries().get(0)))
          .isInstanceOf(IOException.class);
    }
  }
}
