package coldbench.cli;

import coldbench.project.FunctionProject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folders of native Java functions, as commands take them. */
final class ProjectFolders {
  private ProjectFolders() {}

  static List<FunctionProject> checked(List<Path> folders) {
    return folders.stream().map(ProjectFolders::checked).toList();
  }

  /**
   * The same, to run side by side by their names.
   *
   * @throws InvalidOptionsException if two have one name
   */
  static List<FunctionProject> distinct(List<Path> folders) {
    Map<String, FunctionProject> byName = new LinkedHashMap<>();
    for (FunctionProject project : checked(folders)) {
      FunctionProject other = byName.put(project.name(), project);
      if (other != null) {
        throw new InvalidOptionsException(
            "FOLDER is \"%s\" and \"%s\", expected folders of different names: leave one out, or rename one"
                .formatted(other.folder(), project.folder()));
      }
    }
    return List.copyOf(byName.values());
  }

  /**
   * One folder.
   *
   * @throws InvalidOptionsException if no function can be there
   */
  static FunctionProject checked(Path folder) {
    if (!FunctionProject.isOne(folder)) {
      throw new InvalidOptionsException(
          "FOLDER is \"%s\", expected a folder with pom.xml and coldbench.json: make one with %s"
              .formatted(folder, CalledAs.command("new")));
    }
    return new FunctionProject(folder);
  }
}
