package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a package, with the modes that they need on Lambda: there another user reads them
 * than the one who wrote them, so a package must not depend on the umask it was made under.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html">
 *     Troubleshoot deployment issues, permission denied</a>
 */
final class PackageFiles {
  /** What was put into all packages beside their sources: another word makes new packages. */
  static final String MODES = "rw-r--r-- or rwxr-xr-x";

  private PackageFiles() {}

  /** What is in a folder, by its path in there; links are what they lead to. */
  static SortedMap<String, Path> in(Path folder) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            return each.endsWith("__pycache__")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(folder.relativize(file).toString().replace('\\', '/'), file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** SHA-256 over the paths, modes and contents of a folder's files, in hexadecimal. */
  static String hash(Path folder) throws IOException {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Path> file : in(folder).entrySet()) {
        byte[] content = Files.readAllBytes(file.getValue());
        hash.update(
            "\n%s %s %d\n"
                .formatted(file.getKey(), mode(file.getValue()), content.length)
                .getBytes(UTF_8));
        hash.update(content);
      }
      return HexFormat.of().formatHex(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Copies a folder's files into another one. */
  static void copyAll(Path folder, Path to) throws IOException {
    for (Map.Entry<String, Path> file : in(folder).entrySet()) {
      copy(file.getValue(), to.resolve(file.getKey()));
    }
  }

  /** Copies one file; folders that are missing above it are made. */
  static void copy(Path file, Path to) throws IOException {
    Path folder = to.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(mode(file)));
  }

  private static String mode(Path file) {
    return Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--";
  }
}
