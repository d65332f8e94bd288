package coldbench.json.processor;

import coldbench.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The codec of a sealed interface: its records' objects with one member that tells them apart. */
record SealedSource(String discriminator, Map<String, TypeElement> records) {
  static SealedSource of(TypeElement type, Refusals refusals) {
    String discriminator = type.getAnnotation(Json.class).discriminator();
    SealedSource source = new SealedSource(discriminator, new LinkedHashMap<>());
    source.add(type, refusals);
    return source;
  }

  private void add(TypeElement type, Refusals refusals) {
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      TypeElement each = (TypeElement) ((DeclaredType) permitted).asElement();
      if (each.getKind() == ElementKind.INTERFACE) {
        add(each, refusals);
      } else {
        refusals.attempt(() -> addRecord(type, each));
      }
    }
  }

  private void addRecord(TypeElement type, TypeElement each) throws RefusedException {
    if (each.getKind() != ElementKind.RECORD) {
      throw new RefusedException(
          each,
          "%s is a class that %s permits, expected records only"
              .formatted(RefusedException.named(each), RefusedException.named(type)));
    }
    if (RecordSource.names(each).contains(discriminator)) {
      throw new RefusedException(
          each,
          "%s has a \"%s\" of its own, by which %s tells its records apart: name one otherwise, such as @Json(discriminator = \"kind\")"
              .formatted(
                  RefusedException.named(each), discriminator, RefusedException.named(type)));
    }
    CodecClass.codec(each, each);
    if (records.put(CodecClass.jsonName(each), each) != null) {
      throw new RefusedException(
          each,
          "%s permits two records \"%s\", expected one"
              .formatted(RefusedException.named(type), CodecClass.jsonName(each)));
    }
  }

  String members(CodecClass codec) throws RefusedException {
    StringBuilder read = new StringBuilder();
    StringBuilder write = new StringBuilder();
    for (Map.Entry<String, TypeElement> entry : records.entrySet()) {
      String name = CodecClass.literal(entry.getKey());
      CodecClass each = CodecClass.of(entry.getValue());
      read.append("      case %s: return %s.CODEC.read(in);\n".formatted(name, each.name()));
      write.append(
          """
              if (value instanceof %1$s) {
                out.beginObject().name(%2$s).string(%3$s);
                %4$s.members((%1$s) value, out);
                out.endObject();
                return;
              }
          """
              .formatted(each.type(), CodecClass.literal(discriminator), name, each.name()));
    }
    String expected = (records.size() == 1 ? "" : "one of ") + String.join(", ", records.keySet());
    return """

        @Override
        public %1$s read(JsonInput in) {
          String expected = %2$s;
          switch (in.discriminator(%3$s, expected)) {
      %4$s      default: throw in.unexpected(expected);
          }
        }

        @Override
        public void write(%1$s value, JsonWriter out) {
      %5$s    throw new IncompatibleClassChangeError(%6$s);
        }
      """
        .formatted(
            codec.type(),
            CodecClass.literal(expected),
            CodecClass.literal(discriminator),
            read,
            write,
            CodecClass.literal(codec.type() + " permits what it did not: compile it anew"));
  }
}
