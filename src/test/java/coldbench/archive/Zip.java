package coldbench.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives as other tools do. Modes are those of {@code st_mode}. */
public final class Zip implements AutoCloseable {
  public static final int FILE = 0100644;
  public static final int PROGRAM = 0100755;
  public static final int LINK = 0120777;
  public static final int FOLDER = 040755;

  private final ZipArchiveOutputStream out;

  private Zip(ZipArchiveOutputStream out) {
    this.out = out;
  }

  /** One that can be sought in. */
  public static Zip to(Path file) throws IOException {
    return new Zip(new ZipArchiveOutputStream(file));
  }

  /** One written as it goes: sizes come behind the content, in data descriptors. */
  public static Zip streamedTo(Path file) throws IOException {
    return new Zip(new ZipArchiveOutputStream(Files.newOutputStream(file)));
  }

  public Zip zip64() {
    out.setUseZip64(Zip64Mode.Always);
    return this;
  }

  /** From 0, not packed at all, to 9. */
  public Zip level(int level) {
    out.setLevel(level);
    return this;
  }

  public Zip add(String name, int mode, String content) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setUnixMode(mode);
    out.putArchiveEntry(entry);
    out.write(content.getBytes(UTF_8));
    out.closeArchiveEntry();
    return this;
  }

  /** Its content is taken as packed already. */
  public Zip addPackedBy(int method, String name, byte[] packed) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setUnixMode(FILE);
    entry.setMethod(method);
    entry.setSize(packed.length);
    entry.setCompressedSize(packed.length);
    entry.setCrc(0);
    out.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
    return this;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
