package coldbench.json.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** The codec of a record: an object with a member for each component. */
record RecordSource(List<Component> components) {
  static RecordSource of(TypeElement type, Refusals refusals) {
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement element : type.getRecordComponents()) {
      refusals.attempt(() -> components.add(Component.of(element)));
    }
    refusals.attempt(() -> names(type));
    return new RecordSource(components);
  }

  /**
   * What its components are called in JSON.
   *
   * @throws RefusedException if two have one name
   */
  static Set<String> names(TypeElement type) throws RefusedException {
    Set<String> names = new HashSet<>();
    for (RecordComponentElement element : type.getRecordComponents()) {
      String name = CodecClass.jsonName(element);
      if (!names.add(name)) {
        throw new RefusedException(
            element,
            "%s has two components \"%s\", expected one"
                .formatted(RefusedException.named(type), name));
      }
    }
    return names;
  }

  String members(CodecClass codec) {
    return """
      %2$s
        @Override
        public %1$s read(JsonInput in) {
      %3$s    int start = in.beginObject();
          while (in.nextMember()) {
            String name = in.name();
            switch (name) {
      %4$s        default:
                in.skip();
            }
          }
      %5$s    try {
            return new %1$s(%6$s);
          } catch (IllegalArgumentException e) {
            throw in.refused(start, e);
          }
        }

        @Override
        public void write(%1$s value, JsonWriter out) {
          out.beginObject();
          members(value, out);
          out.endObject();
        }

        static void members(%1$s value, JsonWriter out) {
      %7$s  }
      """
        .formatted(
            codec.type(),
            each(Component::field),
            each(Component::variables),
            each(Component::read),
            each(Component::check),
            components.stream().map(Component::variable).collect(Collectors.joining(", ")),
            each(Component::write));
  }

  private String each(java.util.function.Function<Component, String> part) {
    return components.stream().map(part).collect(Collectors.joining());
  }
}
