package coldbench.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function's package as Lambda would get it: a zip file, the same for the same content.
 *
 * @param size in bytes
 * @param sha256 in base64
 */
record CodePackage(long size, String sha256) {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /**
   * @param code a folder, or a zip file, which Lambda gets as it is
   */
  static CodePackage of(Path code) throws IOException {
    byte[] zip = Files.isRegularFile(code) ? Files.readAllBytes(code) : zip(code);
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(zip);
      return new CodePackage(zip.length, Base64.getEncoder().encodeToString(sum));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static byte[] zip(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
