package coldbench.json.processor;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A type that a component can have.
 *
 * @param name as in source code
 * @param kind what its defaults look like
 * @param codec the expression for its codec
 * @param read the expression that reads one without a codec; empty if there is none
 * @param write what writes the value {@code %s} without a codec
 * @param expected as messages name it
 */
record JavaType(String name, Kind kind, String codec, String read, String write, String expected) {
  enum Kind {
    STRING,
    BOOLEAN,
    WHOLE,
    FRACTION,
    BIG,
    LIST,
    MAP,
    OPTIONAL,
    ENUM,
    OTHER
  }

  static final String ALLOWED =
      "String, a primitive but char or its box, BigInteger, BigDecimal, Instant, LocalDate, RawJson, List<T>, Map<String, T>,"
          + " Optional<T>, or a record, enum or sealed interface with @Json";

  private static final Map<TypeKind, String> BOXES =
      Map.of(
          TypeKind.BOOLEAN, "Boolean",
          TypeKind.BYTE, "Byte",
          TypeKind.SHORT, "Short",
          TypeKind.INT, "Integer",
          TypeKind.LONG, "Long",
          TypeKind.FLOAT, "Float",
          TypeKind.DOUBLE, "Double");

  static JavaType of(Element user, TypeMirror type) throws RefusedException {
    if (BOXES.containsKey(type.getKind())) {
      return simple(user, type.toString(), BOXES.get(type.getKind()));
    }
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || type.getKind() == TypeKind.ERROR) {
      throw refused(user, type);
    }
    String name = element.getQualifiedName().toString();
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    return switch (name) {
      case "java.util.List" -> container(user, declared, 0, "list", Kind.LIST, "an array");
      case "java.util.Optional" -> container(user, declared, 0, "optional", Kind.OPTIONAL, "");
      case "java.util.Map" -> {
        if (arguments.size() != 2 || !arguments.get(0).toString().endsWith("java.lang.String")) {
          throw refused(user, type);
        }
        yield container(user, declared, 1, "map", Kind.MAP, "an object");
      }
      default ->
          name.startsWith("java.") || name.equals("coldbench.json.RawJson")
              ? simple(user, name, element.getSimpleName().toString())
              : own(user, element);
    };
  }

  private static JavaType simple(Element user, String name, String simpleName)
      throws RefusedException {
    return switch (simpleName) {
      case "Boolean" -> of(name, Kind.BOOLEAN, "ofBoolean", "booleanValue", "true or false");
      case "Byte" -> number(name, "ofByte", "byteValue");
      case "Short" -> number(name, "ofShort", "shortValue");
      case "Integer" -> number(name, "ofInt", "intValue");
      case "Long" -> number(name, "ofLong", "longValue");
      case "Float" -> of(name, Kind.FRACTION, "ofFloat", "floatValue", "a number");
      case "Double" -> of(name, Kind.FRACTION, "ofDouble", "doubleValue", "a number");
      case "String" -> {
        String codec = "JsonCodecs.ofString()";
        yield new JavaType(name, Kind.STRING, codec, "in.string()", "out.string(%s)", "a string");
      }
      case "BigInteger" -> big(name, "ofBigInteger", "a whole number");
      case "BigDecimal" -> big(name, "ofBigDecimal", "a number");
      case "Instant" ->
          other(name, "JsonCodecs.ofInstant()", "a time such as 2026-01-31T23:59:59.5Z");
      case "LocalDate" -> other(name, "JsonCodecs.ofLocalDate()", "a date such as 2026-01-31");
      case "RawJson" -> other(name, "JsonCodecs.ofRawJson()", "a value");
      default -> throw refused(user, name);
    };
  }

  private static JavaType of(String name, Kind kind, String codec, String read, String expected) {
    String write = "JsonCodecs.write(%s, out)";
    return new JavaType(
        name, kind, "JsonCodecs." + codec + "()", "in." + read + "()", write, expected);
  }

  private static JavaType number(String name, String codec, String read) {
    return new JavaType(
        name,
        Kind.WHOLE,
        "JsonCodecs." + codec + "()",
        "in." + read + "()",
        "out.number(%s)",
        "a whole number");
  }

  private static JavaType big(String name, String codec, String expected) {
    return new JavaType(name, Kind.BIG, "JsonCodecs." + codec + "()", "", "", expected);
  }

  private static JavaType other(String name, String codec, String expected) {
    return new JavaType(name, Kind.OTHER, codec, "", "", expected);
  }

  private static JavaType container(
      Element user, DeclaredType type, int argument, String method, Kind kind, String expected)
      throws RefusedException {
    if (type.getTypeArguments().size() <= argument) {
      throw refused(user, type);
    }
    JavaType content = of(user, type.getTypeArguments().get(argument));
    String element = ((TypeElement) type.asElement()).getQualifiedName().toString();
    String name = element + (argument == 1 ? "<String, " : "<") + content.name + ">";
    String codec = "JsonCodecs." + method + "(" + content.codec + ")";
    return new JavaType(
        name, kind, codec, "", "", expected.isEmpty() ? content.expected : expected);
  }

  private static JavaType own(Element user, TypeElement type) throws RefusedException {
    String name = type.getQualifiedName().toString();
    String codec = CodecClass.codec(user, type);
    return switch (type.getKind()) {
      case ENUM -> new JavaType(name, Kind.ENUM, codec, "", "", EnumSource.expected(type));
      default -> other(name, codec, "an object");
    };
  }

  private static RefusedException refused(Element user, Object type) {
    return new RefusedException(
        user, "%s is %s, expected %s".formatted(RefusedException.named(user), type, ALLOWED));
  }
}
