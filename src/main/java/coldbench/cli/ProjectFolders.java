package coldbench.cli;

import coldbench.project.FunctionProject;
import java.nio.file.Path;
import java.util.List;

/** Folders of native Java functions, as commands take them. */
final class ProjectFolders {
  private ProjectFolders() {}

  static List<FunctionProject> checked(List<Path> folders) {
    return folders.stream().map(ProjectFolders::checked).toList();
  }

  /**
   * One folder.
   *
   * @throws InvalidOptionsException if no function can be there
   */
  static FunctionProject checked(Path folder) {
    if (!FunctionProject.isOne(folder)) {
      throw new InvalidOptionsException(
          "FOLDER is \"%s\", expected a folder with pom.xml and coldbench.json: make one with ./coldbench new"
              .formatted(folder));
    }
    return new FunctionProject(folder);
  }
}
