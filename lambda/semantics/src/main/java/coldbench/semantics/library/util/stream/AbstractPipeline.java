package coldbench.semantics.library.util.stream;

/** One after the other, always. */
public final class AbstractPipeline {
  private AbstractPipeline() {}

  public boolean isParallel() {
    return false;
  }
}
