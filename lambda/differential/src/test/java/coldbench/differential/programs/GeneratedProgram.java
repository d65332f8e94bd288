package coldbench.differential.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the sources of one program: classes as many as wanted, from a seed, and its main class.
 */
public final class GeneratedProgram {
  public static final String MAIN = "coldbench.differential.Generated";

  private GeneratedProgram() {}

  /**
   * @return the files, in a folder for the package
   */
  public static List<Path> write(Path folder, long seed, int classes, int methods)
      throws IOException {
    Path home = Files.createDirectories(folder.resolve("coldbench").resolve("differential"));
    List<Path> files = new ArrayList<>();
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < classes; i++) {
      String name = "P" + i;
      String source = new Program(name, seed * 1_000_003 + i).source(methods);
      files.add(Files.writeString(home.resolve(name + ".java"), source));
      calls.append(
          String.format(
              "    Arguments.all(\"%s\", %s.METHODS, %s::run, args);%n", name, name, name));
    }
    String main =
        "package coldbench.differential;\n\nfinal class Generated {\n"
            + "  public static void main(String[] args) {\n"
            + calls
            + "    Arguments.end();\n  }\n}\n";
    files.add(Files.writeString(home.resolve("Generated.java"), main));
    return files;
  }
}
