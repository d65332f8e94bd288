package coldbench.caller;

import coldbench.testing.Launcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;

/** Calls of a server that the client trusts, by a key of a kind that does not matter. */
abstract class TrustedServerCase {
  static Authority root;
  static Authority identity;

  static Stream<Launcher> launchers() {
    return Calls.launchers();
  }

  @BeforeAll
  static void makeRoot() throws Exception {
    root = Authority.root("P-256");
    identity = root.server();
  }
}
