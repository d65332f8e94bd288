package coldbench.roundtrip;

import coldbench.json.Json;
import coldbench.json.RawJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One component of each simple type, all of which may be missing. */
@Json
record Scalars(
    @Json.Default boolean bool,
    @Json.Default("-7") byte int8,
    @Json.Default short int16,
    @Json.Default("2147483647") int int32,
    @Json.Default("-9223372036854775808") long int64,
    @Json.Default("1.5") float float32,
    @Json.Default("-0.1") double float64,
    @Json.Default("a \"quote\", a \\ and \u2713") String text,
    @Json.Default("12345678901234567890") BigInteger big,
    @Json.Default("1.10") BigDecimal decimal,
    @Json.Default Map<String, Boolean> flags,
    Optional<Instant> time,
    Optional<RawJson> raw,
    Optional<LocalDate> date,
    Optional<Integer> boxed,
    @Json.Default("2.5") Double box,
    @Json.Default Map<String, Double> boxes) {}
