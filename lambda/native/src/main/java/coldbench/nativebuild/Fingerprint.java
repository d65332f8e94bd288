package coldbench.nativebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A hash over everything that decides what comes out of a step. */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  Fingerprint add(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    add(utf8.length);
    digest.update(utf8);
    return this;
  }

  /** A file's content, or a folder's files with their names; where they lie does not matter. */
  Fingerprint add(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        add(path.relativize(file).toString()).addContent(file);
      }
    } else if (Files.exists(path)) {
      add(path.getFileName().toString()).addContent(path);
    }
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void addContent(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    add(content.length);
    digest.update(content);
  }

  private void add(int length) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (length >> shift));
    }
  }
}
