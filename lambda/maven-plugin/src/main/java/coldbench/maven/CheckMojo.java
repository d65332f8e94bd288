package coldbench.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Says what of the program cannot be compiled, or would differ from a JVM, without making an
 * executable: in half the time of {@code native}, which then goes on from there.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class CheckMojo extends CompileMojo {
  @Override
  String architecture() {
    return "none";
  }
}
