package coldbench.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Makes {@code target/native/<architecture>/bootstrap}, where something changed. */
@Mojo(
    name = "native",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class NativeMojo extends CompileMojo {
  /** arm64, x86_64 or all. */
  @Parameter(property = "native.arch", defaultValue = "all")
  private String architecture = "all";

  @Override
  String architecture() {
    return architecture;
  }
}
