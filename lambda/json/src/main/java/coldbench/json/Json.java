package coldbench.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a {@link JsonCodec} of a record, an enum or a sealed interface of records.
 *
 * <p>For {@code Order} it is {@code OrderJson.CODEC}, for {@code Order.Line}, which is nested,
 * {@code Order_LineJson.CODEC}.
 *
 * <table>
 * <caption>Types of a record's components</caption>
 * <tr><th>Java</th><th>JSON</th></tr>
 * <tr><td>String</td><td>a string</td></tr>
 * <tr><td>boolean, Boolean</td><td>true or false</td></tr>
 * <tr><td>byte, short, int, long, their boxes, BigInteger</td><td>a number without fraction and exponent</td></tr>
 * <tr><td>float, double, their boxes, BigDecimal</td><td>a number; infinities and NaN cannot be written</td></tr>
 * <tr><td>Instant</td><td>a string such as 2026-01-31T23:59:59.5Z, or with an offset (RFC 3339)</td></tr>
 * <tr><td>LocalDate</td><td>a string such as 2026-01-31</td></tr>
 * <tr><td>{@code List<T>}</td><td>an array</td></tr>
 * <tr><td>{@code Map<String, T>}</td><td>an object; the order of its members is kept</td></tr>
 * <tr><td>{@code Optional<T>}</td><td>missing, null, or a T; empty is left out when written</td></tr>
 * <tr><td>{@link RawJson}</td><td>any value, as it was written</td></tr>
 * <tr><td>a type with this annotation</td><td>as that type</td></tr>
 * </table>
 *
 * <p>Reading is strict: a member that is missing or null is refused unless its component is an
 * Optional or has a {@link Default}, and so is one that is given twice; members without a component
 * are skipped. A record of other constraints throws IllegalArgumentException from its constructor,
 * which is reported with the place.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Json {
  /**
   * Of a sealed interface: the member that tells which of its records an object is. Its values are
   * the records' simple names, or their {@link Name}.
   */
  String discriminator() default "type";

  /** The name in JSON, where it is not the one in Java. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
  @interface Name {
    String value();
  }

  /** What a component is where its member is missing or null. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Default {
    /**
     * The value: a string's text, a number, true or false, an enum's name in JSON. Without it: the
     * empty string, 0, false, the empty list or map.
     */
    String value() default "";
  }
}
