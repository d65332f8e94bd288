package coldbench.json.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Default values: from the annotation's text to an expression, checked at compile time. */
final class Defaults {
  private Defaults() {}

  static String expression(RecordComponentElement component, JavaType type, String text)
      throws RefusedException {
    try {
      return switch (type.kind()) {
        case STRING -> CodecClass.literal(text);
        case BOOLEAN -> bool(component, text);
        case WHOLE -> whole(component, type, text);
        case FRACTION -> fraction(component, type, text);
        case BIG -> big(type, text);
        case LIST, MAP -> {
          if (!text.isEmpty()) {
            throw refused(component, text, "nothing, which is the empty list or map");
          }
          yield type.kind() == JavaType.Kind.LIST ? "java.util.List.of()" : "java.util.Map.of()";
        }
        case ENUM -> constant(component, type, text);
        case OPTIONAL -> throw refused(component, text, "no default: an Optional is empty");
        case OTHER -> throw refused(component, text, "no default for this type: an Optional");
      };
    } catch (NumberFormatException e) {
      throw refused(component, text, type.expected() + " that is a " + type.name());
    }
  }

  private static String bool(RecordComponentElement component, String text)
      throws RefusedException {
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      throw refused(component, text, "true or false");
    }
    return Boolean.toString(text.equals("true"));
  }

  private static String whole(RecordComponentElement component, JavaType type, String text)
      throws RefusedException {
    String name = type.name().substring(type.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    long value = text.isEmpty() ? 0 : Long.parseLong(text);
    int bits = name.equals("byte") ? 8 : name.equals("short") ? 16 : name.equals("long") ? 64 : 32;
    int unused = 64 - bits;
    if (value != (value << unused) >> unused) {
      throw refused(component, text, "a number of " + bits + " bits");
    }
    return switch (bits) {
      case 8 -> "(byte) " + value;
      case 16 -> "(short) " + value;
      case 64 -> value + "L";
      default -> Long.toString(value);
    };
  }

  private static String fraction(RecordComponentElement component, JavaType type, String text)
      throws RefusedException {
    double value = text.isEmpty() ? 0 : Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw refused(component, text, "a finite number");
    }
    boolean isFloat = type.name().toLowerCase(Locale.ROOT).endsWith("float");
    return isFloat ? Float.parseFloat(text.isEmpty() ? "0" : text) + "F" : value + "D";
  }

  private static String big(JavaType type, String text) {
    String number = text.isEmpty() ? "0" : text;
    boolean whole = type.name().endsWith("BigInteger");
    Object checked = whole ? new BigInteger(number) : new BigDecimal(number);
    return "new %s(\"%s\")".formatted(type.name(), checked);
  }

  private static String constant(RecordComponentElement component, JavaType type, String text)
      throws RefusedException {
    TypeElement element = (TypeElement) ((DeclaredType) component.asType()).asElement();
    for (Element constant : element.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT
          && CodecClass.jsonName(constant).equals(text)) {
        return type.name() + "." + constant.getSimpleName();
      }
    }
    throw refused(component, text, type.expected());
  }

  private static RefusedException refused(
      RecordComponentElement component, String text, String expected) {
    return new RefusedException(
        component,
        "the default of %s is \"%s\", expected %s"
            .formatted(RefusedException.named(component), text, expected));
  }
}
