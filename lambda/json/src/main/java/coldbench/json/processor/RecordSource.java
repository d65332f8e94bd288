package coldbench.json.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** The codec of a record: an object with a member for each component. */
record RecordSource(List<Component> components) {
  static RecordSource of(TypeElement type) throws RefusedException {
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement element : type.getRecordComponents()) {
      Component component = Component.of(element);
      for (Component other : components) {
        if (other.jsonName().equals(component.jsonName())) {
          throw new RefusedException(
              element, "two components are \"" + component.jsonName() + "\", expected one");
        }
      }
      components.add(component);
    }
    return new RecordSource(components);
  }

  Set<String> names() {
    return components.stream().map(Component::jsonName).collect(Collectors.toSet());
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
