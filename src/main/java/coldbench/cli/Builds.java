package coldbench.cli;

import coldbench.project.FunctionProject;
import coldbench.project.Libraries;
import coldbench.project.LocalProject;
import java.io.PrintWriter;
import java.util.Locale;

/** Builds of native Java functions, told as they go on; of what is built already nothing is. */
record Builds(PrintWriter err) {
  /** For this machine, natively or for a JVM. */
  void of(LocalProject local) throws Exception {
    String how = local.isNative() ? " natively" : " for a JVM";
    of(local.project(), local.libraries(), local.packages(), how);
  }

  /** All packages of some architectures. */
  void of(FunctionProject project, Libraries libraries, FunctionProject.Packages packages)
      throws Exception {
    of(project, libraries, packages, "");
  }

  private void of(
      FunctionProject project, Libraries libraries, FunctionProject.Packages packages, String how)
      throws Exception {
    if (!project.isBuilt(libraries, packages)) {
      told(
          "building " + project.name() + how, () -> project.build(libraries, packages, this::step));
    }
  }

  /** What functions are built with. */
  void of(Libraries libraries) throws Exception {
    told("looking for Coldbench's libraries", () -> libraries.install(this::step));
  }

  private <E extends Exception> void told(String what, Elapsed.Work<E> work) throws E {
    err.println(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + " …");
    Elapsed.during(what, err, Terminals.isTerminal(), work);
  }

  private void step(String line) {
    err.println("  " + line);
  }
}
