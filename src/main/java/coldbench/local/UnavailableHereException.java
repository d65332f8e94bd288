package coldbench.local;

import java.util.List;

/** What is wanted cannot be done on this machine; nothing was started. */
public final class UnavailableHereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  UnavailableHereException(String problem) {
    this(List.of(problem));
  }

  UnavailableHereException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every reason, a sentence each, with what to do about it. */
  public List<String> problems() {
    return problems;
  }
}
