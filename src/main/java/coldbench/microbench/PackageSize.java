package coldbench.microbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bytes of a package, unpacked and as the zip that Lambda takes. */
record PackageSize(long bytes, long zipped) {
  static PackageSize of(List<Path> files) throws IOException {
    long bytes = 0;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Path file : files) {
        byte[] content = Files.readAllBytes(file);
        bytes += content.length;
        zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
        zip.write(content);
      }
    }
    return new PackageSize(bytes, packed.size());
  }
}
