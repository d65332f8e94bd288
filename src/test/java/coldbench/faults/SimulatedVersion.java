package coldbench.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A published version of a function, of which a snapshot is taken. */
final class SimulatedVersion {
  private final ObjectNode configuration;
  private final int memoryMb;
  private final int revision;
  private final boolean failed;
  private int latePolls;
  private boolean sandbox;
  private boolean undeletable;

  /**
   * @param revision of the function when it was published
   * @param latePolls looks until its snapshot is there
   * @param failed whether there never is one
   */
  SimulatedVersion(
      ObjectNode configuration, int memoryMb, int revision, int latePolls, boolean failed) {
    this.configuration = configuration;
    this.memoryMb = memoryMb;
    this.revision = revision;
    this.latePolls = latePolls;
    this.failed = failed;
  }

  ObjectNode configuration() {
    return configuration;
  }

  int memoryMb() {
    return memoryMb;
  }

  boolean isOf(int functionRevision) {
    return revision == functionRevision;
  }

  /** What {@code getFunction} shows; each look brings the snapshot nearer. */
  ObjectNode look() {
    boolean pending = latePolls-- > 0;
    return configuration
        .deepCopy()
        .put("State", pending ? "Pending" : failed ? "Failed" : "Active");
  }

  /** Whether a call finds no sandbox of it. */
  boolean startsCold() {
    boolean cold = !sandbox;
    sandbox = true;
    return cold;
  }

  void keep() {
    undeletable = true;
  }

  boolean isKept() {
    return undeletable;
  }
}
