package coldbench.emulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a function's processes find beside what Lambda gives them, and what no configuration shows:
 * credentials in place of their role's, and services in place of AWS's.
 *
 * @param variables over those of Lambda and of the function
 * @param folders that stay visible where they are, also below {@code /tmp}; without a colon in them
 */
public record Surroundings(Map<String, String> variables, List<Path> folders) {
  public static final Surroundings NONE = new Surroundings(Map.of(), List.of());

  public Surroundings {
    variables = Map.copyOf(variables);
    folders = List.copyOf(folders);
  }

  /** Nothing but credentials. */
  public static Surroundings withCredentials(Map<String, String> variables) {
    return new Surroundings(variables, List.of());
  }
}
