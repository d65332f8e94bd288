package coldbench.results;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * A real run, as {@code coldbench local --rounds 10} of 23 November 2026 left it: with the CPU
 * share as on Lambda, on a machine that was busy with other work, which its spread shows.
 */
public final class RecordedRun {
  public static final String NAME = "local-20261123-170356";

  private RecordedRun() {}

  /** Its results folder; not to be written into. */
  public static Path results() throws URISyntaxException {
    return Path.of(RecordedRun.class.getResource("recorded").toURI());
  }
}
