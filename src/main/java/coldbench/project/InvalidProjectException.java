package coldbench.project;

import java.util.List;

/** What a project says of its function cannot be used; nothing was started. */
public final class InvalidProjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidProjectException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every reason, a sentence each, with what to do about it. */
  public List<String> problems() {
    return problems;
  }
}
