package coldbench.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against java.time, which is left out of native executables. */
class TimeTextTest {
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Test
  void anyTimeOfFourDigitYearsIsWrittenAndReadAsJavaTimeDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      long second = i == 0 ? FIRST : i == 1 ? LAST : random.nextLong(FIRST, LAST);
      int nanos = random.nextInt(1_000_000_000) / UNITS[i % 4] * UNITS[i % 4];
      Instant time = Instant.ofEpochSecond(second, i % 5 == 0 ? 0 : nanos);
      assertThat(TimeText.of(time)).isEqualTo(time.toString());
      assertThat(TimeText.parse(time.toString())).contains(time);
    }
  }

  private static final int[] UNITS = {1, 1000, 1_000_000, 100_000_000};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T23:59:59+05:30",
        "2026-01-31T23:59:59.123456-00:01",
        "2024-02-29T00:00:00.1Z",
        "2000-02-29T00:00:00z",
        "2026-01-01t00:00:00Z",
        "0000-01-01T00:00:00+18:00",
      })
  void offsetsFractionsAndLowerCaseAreRead(String text) {
    assertThat(TimeText.parse(text)).contains(OffsetDateTime.parse(text).toInstant());
  }

  @Test
  void whatIsFinerThanNanosecondsIsCutOff() {
    assertThat(TimeText.parse("2026-01-31T23:59:59.1234567899Z"))
        .contains(Instant.parse("2026-01-31T23:59:59.123456789Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026",
        "2026-01-31",
        "2026-01-31T23:59:59",
        "2026-01-31T23:59Z",
        "2026-1-31T23:59:59Z",
        "2026-00-31T23:59:59Z",
        "2026-13-31T23:59:59Z",
        "2026-04-31T23:59:59Z",
        "2023-02-29T23:59:59Z",
        "1900-02-29T23:59:59Z",
        "2026-01-00T23:59:59Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T23:60:00Z",
        "2026-01-31T23:59:60Z",
        "2026-01-31T23:59:59.Z",
        "2026-01-31T23:59:59Z ",
        " 2026-01-31T23:59:59Z",
        "2026-01-31T23:59:59+24:00",
        "2026-01-31T23:59:59+0100",
        "2026-01-31T23:59:59*01:00",
        "-026-01-31T23:59:59Z",
        "+2026-01-31T23:59:59Z",
        "2026-01-31X23:59:59Z",
        "２０２６-01-31T23:59:59Z",
      })
  void whatIsNoTimeIsNotRead(String text) {
    assertThat(TimeText.parse(text)).isEmpty();
  }

  @Test
  void anyDateOfFourDigitYearsIsWrittenAndReadAsJavaTimeDoes() {
    Random random = new Random(2);
    long first = LocalDate.of(0, 1, 1).toEpochDay();
    long last = LocalDate.of(9999, 12, 31).toEpochDay();
    for (int i = 0; i < 10_000; i++) {
      LocalDate date =
          LocalDate.ofEpochDay(i == 0 ? first : i == 1 ? last : random.nextLong(first, last));
      assertThat(TimeText.of(date)).isEqualTo(date.toString());
      assertThat(TimeText.parseDate(date.toString())).contains(date);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-1-31",
        "2026-00-31",
        "2026-13-01",
        "2026-04-31",
        "2023-02-29",
        "1900-02-29",
        "2026-01-00",
        "2026-01-31T00:00:00Z",
        "2026-01-31 ",
        " 2026-01-31",
        "-026-01-31",
        "20260131",
      })
  void whatIsNoDateIsNotRead(String text) {
    assertThat(TimeText.parseDate(text)).isEmpty();
  }

  @Test
  void yearsOfMoreDigitsCannotBeWritten() {
    assertThatThrownBy(() -> TimeText.of(LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a date in the year 10000 cannot be written, expected the years 0 to 9999");
    assertThatThrownBy(() -> TimeText.of(LocalDate.of(-1, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TimeText.of(Instant.ofEpochSecond(LAST + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the years 0 to 9999");
    assertThatThrownBy(() -> TimeText.of(Instant.ofEpochSecond(FIRST - 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
