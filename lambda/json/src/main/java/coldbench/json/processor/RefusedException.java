package coldbench.json.processor;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;

/** A type has no form in JSON. The message says why and what to do. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Element element;

  RefusedException(Element element, String message) {
    super(message);
    this.element = element;
  }

  /** As a message names it: with the types around it, such as {@code Order.Item.price}. */
  static String named(Element element) {
    Element around =
        Objects.requireNonNull(element.getEnclosingElement(), "only modules have none");
    return around instanceof PackageElement
        ? element.getSimpleName().toString()
        : named(around) + "." + element.getSimpleName();
  }

  /** Where javac shows it. It knows the lines of a record's fields, but not of its components. */
  Element shownAt() {
    if (element.getKind() != ElementKind.RECORD_COMPONENT) {
      return element;
    }
    Element type = Objects.requireNonNull(element.getEnclosingElement());
    return type.getEnclosedElements().stream()
        .filter(each -> each.getKind() == ElementKind.FIELD)
        .filter(each -> each.getSimpleName().equals(element.getSimpleName()))
        .findFirst()
        .map(Element.class::cast)
        .orElse(element);
  }
}
