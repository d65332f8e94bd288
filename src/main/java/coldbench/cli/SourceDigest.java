package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A digest over files and folders: what is built from them is stale when it changes. */
final class SourceDigest {
  private static final Set<String> BUILT = Set.of("target", "node_modules", "__pycache__", ".venv");

  private final MessageDigest digest;

  SourceDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  SourceDigest add(String text) {
    digest.update(text.getBytes(UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** Adds a file, or a folder's files but for what is built below it. */
  SourceDigest add(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return BUILT.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    for (Path file : files) {
      add(root.relativize(file).toString());
      digest.update(Files.readAllBytes(file));
      digest.update((byte) 0);
    }
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
