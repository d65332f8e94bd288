package coldbench.probe;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.runtime.Outcome;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a server sends, reading it ends, and what it means does not depend on the pieces. */
class HttpFuzzTest {
  @FuzzTest(maxDuration = "5s")
  void thePiecesDoNotMatter(byte[] bytes) {
    String whole = Outcome.ofHttp(bytes, Integer.MAX_VALUE);
    assertThat(Outcome.ofHttp(bytes, 1)).isEqualTo(whole);
    assertThat(Outcome.ofHttp(bytes, 7)).isEqualTo(whole);
  }
}
