package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The hash of a project's sources: what its package is made from, and nothing built. */
public final class SourceHash {
  private static final Set<String> NOT_SOURCES =
      Set.of("target", "test", "__pycache__", ".idea", ".vscode");

  private SourceHash() {}

  /**
   * SHA-256 over the files' relative paths and contents, in hexadecimal.
   *
   * @param project a folder, or one file
   * @param variant whatever else the package depends on
   */
  public static String of(Path project, String variant) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(variant.getBytes(UTF_8));
      for (Map.Entry<String, Path> file : files(project).entrySet()) {
        byte[] content = Files.readAllBytes(file.getValue());
        hash.update(("\n" + file.getKey() + " " + content.length + "\n").getBytes(UTF_8));
        hash.update(content);
      }
      return HexFormat.of().formatHex(hash.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sources in " + project, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Map<String, Path> files(Path project) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SOURCES.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = project.relativize(file).toString().replace('\\', '/');
            if (!path.endsWith(".md")) {
              files.put(path, file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
