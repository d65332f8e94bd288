package coldbench.maven;

import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common: a project with a main class. */
abstract class FunctionMojo extends AbstractMojo {
  /** The function's class: the one with {@code main}. For {@code native} also a file of C. */
  @Parameter(property = "native.main")
  private String mainClass = "";

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project = new MavenProject();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (project.getPackaging().equals("pom")) {
      return;
    }
    if (text(mainClass).isEmpty()) {
      throw new MojoFailureException(
          "native.main is not set, expected the name of the class with main: add"
              + " <native.main>…</native.main> to the properties in pom.xml");
    }
    try {
      make(project, mainClass);
    } catch (IOException e) {
      throw new MojoExecutionException("the build cannot go on: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("the build was interrupted", e);
    }
  }

  abstract void make(MavenProject project, String mainClass)
      throws IOException, InterruptedException, MojoFailureException;

  /** Maven hands in null for an empty property. */
  static String text(String parameter) {
    return parameter == null ? "" : parameter;
  }
}
