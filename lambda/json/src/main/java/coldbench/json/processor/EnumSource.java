package coldbench.json.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The codec of an enum: a string, its constants' names. */
final class EnumSource {
  private EnumSource() {}

  private static List<? extends Element> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
        .toList();
  }

  static String expected(TypeElement type) {
    List<String> names = constants(type).stream().map(CodecClass::jsonName).toList();
    return names.size() == 1 ? names.get(0) : "one of " + String.join(", ", names);
  }

  static String members(TypeElement type, CodecClass codec, Refusals refusals) {
    Set<String> names = new HashSet<>();
    StringBuilder read = new StringBuilder();
    StringBuilder write = new StringBuilder();
    for (Element constant : constants(type)) {
      String name = CodecClass.jsonName(constant);
      refusals.attempt(
          () -> {
            if (!names.add(name)) {
              throw new RefusedException(
                  constant,
                  "%s has two constants \"%s\", expected one"
                      .formatted(RefusedException.named(type), name));
            }
          });
      String literal = CodecClass.literal(name);
      read.append("      case %s: return %s.%s;\n".formatted(literal, codec.type(), constant));
      write.append("      case %s: return %s;\n".formatted(constant, literal));
    }
    return """

        @Override
        public %1$s read(JsonInput in) {
          switch (in.string()) {
      %2$s      default: throw in.unexpected(%3$s);
          }
        }

        private static String name(%1$s value) {
          switch (value) {
      %4$s      default: throw new IncompatibleClassChangeError(%5$s);
          }
        }

        @Override
        public void write(%1$s value, JsonWriter out) {
          out.string(name(value));
        }
      """
        .formatted(
            codec.type(),
            read,
            CodecClass.literal(expected(type)),
            write,
            CodecClass.literal(codec.type() + " has a constant it did not have: compile it anew"));
  }
}
