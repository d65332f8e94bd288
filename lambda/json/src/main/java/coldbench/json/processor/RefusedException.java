package coldbench.json.processor;

import javax.lang.model.element.Element;

/** A type has no form in JSON. The message says why and what to do. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  /** Where javac shows it. */
  final transient Element element;

  RefusedException(Element element, String message) {
    super(message);
    this.element = element;
  }
}
