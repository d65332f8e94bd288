package coldbench.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as Linux 6.1 has them, of a machine with two CPUs. */
class OtherProgramsTest {
  private static final long TEN_SECONDS = 10_000_000_000L;

  @TempDir private Path proc;
  private final AtomicLong clock = new AtomicLong();

  @BeforeEach
  void aMachine() throws IOException {
    ticks(1000, 200, 40);
  }

  private void ticks(long user, long own, long children) throws IOException {
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(
        proc.resolve("stat"),
        "cpu  %d 20 300 99999 70 0 9 50 0 0\ncpu0 1 2 3 4 5 6 7 8 9 10\n".formatted(user));
    Files.writeString(
        proc.resolve("self/stat"),
        "4711 (java (x) y) S 1 4711 4711 0 -1 4194560 15 25 0 0 %d 5 %d 3 20 0 31 0 100\n"
            .formatted(own, children));
  }

  private OtherPrograms begin() {
    return new OtherPrograms(proc, 2, clock::get);
  }

  @Test
  void whatOthersTookIsTold() throws IOException {
    OtherPrograms others = begin();
    clock.set(TEN_SECONDS);
    ticks(1000 + 1500, 200 + 100, 40 + 150);
    assertThat(others.sentence())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith("The machine was busy: other programs took 1.3 of its 2 CPUs"));
  }

  @Test
  void whatTheRunItselfTookIsNone() throws IOException {
    OtherPrograms others = begin();
    clock.set(TEN_SECONDS);
    ticks(1000 + 1500, 200 + 400, 40 + 1000);
    assertThat(others.sentence()).isEmpty();
  }

  @Test
  void whereThereIsNoProcNothingIsSaid() {
    OtherPrograms others = new OtherPrograms(proc.resolve("none"), 2, clock::get);
    clock.set(TEN_SECONDS);
    assertThat(others.sentence()).isEmpty();
  }
}
