package coldbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of entries in a function's folder, as {@code new} writes it. */
public final class Entries {
  private Entries() {}

  /** Gives the executable's entry more members, such as {@code "timeoutSeconds": 7}. */
  public static void add(Path project, String members) throws IOException {
    Path entries = new FunctionProject(project).entries();
    String executable = "\"handler\": \"bootstrap\",";
    Files.writeString(
        entries, Files.readString(entries).replace(executable, executable + " " + members + ","));
  }
}
