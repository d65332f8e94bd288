package coldbench.asl;

/** The machine's own time is over. Nothing in a definition catches it. */
final class ExecutionTimedOut extends RuntimeException {
  ExecutionTimedOut() {
    super("the execution took longer than its TimeoutSeconds", null, false, false);
  }
}
