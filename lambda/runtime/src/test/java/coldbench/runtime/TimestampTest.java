package coldbench.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampTest {
  private static final DateTimeFormatter WANTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Test
  void isTheTimeThatJavaTimeGives() {
    Random random = new Random(1);
    long year9999 = 253_402_300_799_999L;
    for (int i = 0; i < 100_000; i++) {
      long millis = (long) (random.nextDouble() * year9999);
      assertThat(Timestamp.rfc3339(millis)).isEqualTo(WANTED.format(Instant.ofEpochMilli(millis)));
    }
  }

  @Test
  void knowsLeapYearsAndEdges() {
    assertThat(Timestamp.rfc3339(0)).isEqualTo("1970-01-01T00:00:00.000Z");
    assertThat(Timestamp.rfc3339(-1)).isEqualTo("1969-12-31T23:59:59.999Z");
    assertThat(Timestamp.rfc3339(1709251199999L)).isEqualTo("2024-02-29T23:59:59.999Z");
    assertThat(Timestamp.rfc3339(4107542400000L)).isEqualTo("2100-03-01T00:00:00.000Z");
  }
}
