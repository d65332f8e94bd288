package coldbench.json.processor;

import coldbench.json.Json;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The class that is written for a type.
 *
 * @param type its full name
 * @param simpleName of the class
 * @param isPublic as the type is, seen from outside
 */
record CodecClass(String packageName, String type, String simpleName, boolean isPublic) {
  private static final String FRAME =
      """
      // Written by coldbench-json for %1$s.
      %2$simport coldbench.json.JsonCodec;
      import coldbench.json.JsonCodecs;
      import coldbench.json.JsonInput;
      import coldbench.runtime.JsonWriter;

      /** {@link %1$s} to and from JSON. */
      @SuppressWarnings({"all", "NullAway"})
      %3$sfinal class %4$s implements JsonCodec<%1$s> {
        public static final JsonCodec<%1$s> CODEC = new %4$s();

        private %4$s() {}
      %5$s}
      """;

  static CodecClass of(TypeElement type) throws RefusedException {
    if (!type.getTypeParameters().isEmpty()) {
      throw new RefusedException(
          type,
          RefusedException.named(type)
              + " has type parameters, expected none: write one for each use");
    }
    StringBuilder name = new StringBuilder();
    boolean isPublic = true;
    Element element = type;
    for (; element.getKind() != ElementKind.PACKAGE; element = enclosing(element)) {
      if (element.getModifiers().contains(Modifier.PRIVATE)
          || (element instanceof TypeElement each && each.getNestingKind() == NestingKind.LOCAL)) {
        throw new RefusedException(
            type,
            RefusedException.named(element)
                + " is private or local, expected to be seen in its package");
      }
      isPublic &= element.getModifiers().contains(Modifier.PUBLIC) || isMember(element);
      name.insert(0, element == type ? "" : "_").insert(0, element.getSimpleName());
    }
    String packageName = ((PackageElement) element).getQualifiedName().toString();
    String fullName = type.getQualifiedName().toString();
    return new CodecClass(packageName, fullName, name + "Json", isPublic);
  }

  /** Members of an interface are public without saying so. */
  private static boolean isMember(Element element) {
    return enclosing(element).getKind() == ElementKind.INTERFACE;
  }

  private static Element enclosing(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement(), "only modules have none");
  }

  /** The name of the class, with its package. */
  String name() {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  String source(String members) {
    String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    return FRAME.formatted(type, head, isPublic ? "public " : "", simpleName, members);
  }

  /** The expression for the codec of a type that has the annotation. */
  static String codec(Element user, TypeElement type) throws RefusedException {
    if (type.getAnnotation(Json.class) == null) {
      throw new RefusedException(
          user,
          user.equals(type)
              ? RefusedException.named(type) + " has no @Json, expected it on each record"
              : "%s is %s, which has no @Json, expected %s"
                  .formatted(RefusedException.named(user), type, JavaType.ALLOWED));
    }
    return of(type).name() + ".CODEC";
  }

  /** The name that a type, a component or a constant has in JSON. */
  static String jsonName(Element element) {
    Json.Name name = element.getAnnotation(Json.Name.class);
    return name == null ? element.getSimpleName().toString() : name.value();
  }

  /** A text as it stands in source code. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        literal.append(c);
      } else if (c < ' ') {
        literal.append("\\%03o".formatted((int) c)); // javac would read an escaped line end as one
      } else {
        literal.append("\\u%04x".formatted((int) c));
      }
    }
    return literal.append('"').toString();
  }
}
