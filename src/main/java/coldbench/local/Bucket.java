package coldbench.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A bucket that is a folder: an object's key is its path below it.
 *
 * <p>An object is there whole or not at all, also when the tool is killed in the middle.
 */
final class Bucket {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  Bucket(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Writes an object, over an older one of that key.
   *
   * @throws IOException if the key leads out of the folder or the file cannot be written
   */
  void put(String key, JsonNode body) throws IOException {
    Path file = folder.resolve(key).normalize();
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new IOException("the key " + key + " is not a path below the bucket's folder");
    }
    Files.createDirectories(file.getParent());
    // Not a temporary file as the JDK makes them, which its owner alone may read.
    Path whole = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.write(whole, JSON.writeValueAsBytes(body));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
