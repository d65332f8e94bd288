package coldbench.json.processor;

import coldbench.json.Json;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;

/**
 * One component of a record.
 *
 * @param initial the expression for what it is where its member is missing; empty if it must be
 *     there
 */
record Component(String javaName, String jsonName, JavaType type, Optional<String> initial) {
  static Component of(RecordComponentElement element) throws RefusedException {
    JavaType type = JavaType.of(element, element.asType());
    Json.Default value = element.getAnnotation(Json.Default.class);
    Optional<String> initial =
        value != null
            ? Optional.of(Defaults.expression(element, type, value.value()))
            : type.kind() == JavaType.Kind.OPTIONAL
                ? Optional.of("java.util.Optional.empty()")
                : Optional.empty();
    String javaName = element.getSimpleName().toString();
    return new Component(javaName, CodecClass.jsonName(element), type, initial);
  }

  String variable() {
    return "v_" + javaName;
  }

  private String codec() {
    return "C_" + javaName;
  }

  private boolean isDirect() {
    return !type.read().isEmpty();
  }

  /** The codec, where one is needed. */
  String field() {
    return isDirect()
        ? ""
        : "  private static final JsonCodec<%s> %s = %s;\n"
            .formatted(type.name(), codec(), type.codec());
  }

  String variables() {
    String none =
        switch (type.kind()) {
          case BOOLEAN -> type.name().equals("boolean") ? "false" : "null";
          case WHOLE, FRACTION -> type.name().startsWith("java.") ? "null" : "0";
          default -> "null";
        };
    return "    %s %s = %s;\n    boolean has_%s = false;\n"
        .formatted(type.name(), variable(), initial.orElse(none), javaName);
  }

  String read() {
    String read = isDirect() ? type.read() : codec() + ".read(in)";
    boolean nullable = initial.isPresent() && type.kind() != JavaType.Kind.OPTIONAL;
    return """
              case %s:
                in.refuseTwice(has_%s);
                has_%s = true;
                %s%s = %s;
                break;
        """
        .formatted(
            CodecClass.literal(jsonName),
            javaName,
            javaName,
            nullable ? "if (!in.skipNull()) " : "",
            variable(),
            read);
  }

  String check() {
    return initial.isPresent()
        ? ""
        : "    if (!has_%s) throw in.missing(start, %s, %s);\n"
            .formatted(javaName, CodecClass.literal(jsonName), CodecClass.literal(type.expected()));
  }

  String write() {
    String get = "value." + javaName + "()";
    String name = "out.name(%s)".formatted(CodecClass.literal(jsonName));
    if (isDirect()) {
      return "    %s;\n    %s;\n".formatted(name, type.write().formatted(get));
    }
    String condition = type.kind() == JavaType.Kind.OPTIONAL ? "if (" + get + ".isPresent()) " : "";
    return "    %s%s.write(%s, %s);\n".formatted(condition, codec(), get, name);
  }
}
