package coldbench.aws;

/**
 * Goes through the elements that hold text alone, which are all that S3's answers say something by.
 * Attributes, comments and the declaration are passed over; a document type is refused.
 *
 * <p>Source: https://www.w3.org/TR/xml/
 */
final class Xml {
  private final String xml;
  private int at;
  private String name = "";
  private String text = "";

  Xml(String xml) {
    this.xml = xml;
  }

  /** Of the current element. */
  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** Goes to the next element with text, or to the next end of an element with elements. */
  boolean next() throws XmlException {
    while (true) {
      int open = xml.indexOf('<', at);
      if (open < 0) {
        return false;
      }
      if (xml.startsWith("<?", open)) {
        at = after("?>", open);
      } else if (xml.startsWith("<!--", open)) {
        at = after("-->", open);
      } else if (xml.startsWith("<!", open)) {
        throw new XmlException("a document type, or marked text");
      } else if (xml.startsWith("</", open)) {
        at = after(">", open);
        name = "/" + xml.substring(open + 2, at - 1).trim();
        text = "";
        return true;
      } else if (opens(open)) {
        return true;
      }
    }
  }

  /** Whether the element that is opened here holds text alone. */
  private boolean opens(int open) throws XmlException {
    int end = after(">", open);
    String tag = xml.substring(open + 1, end - 1);
    boolean empty = tag.endsWith("/");
    int length = 0;
    while (length < tag.length() && tag.charAt(length) > ' ' && tag.charAt(length) != '/') {
      length++;
    }
    String opened = tag.substring(0, length);
    int close = xml.indexOf('<', end);
    if (!empty && close < 0) {
      throw new XmlException("the end inside of an element");
    }
    if (empty || xml.startsWith("</" + opened + ">", close)) {
      name = opened;
      text = empty ? "" : unescaped(xml.substring(end, close));
      at = empty ? end : after(">", close);
      return true;
    }
    at = end;
    return false;
  }

  private int after(String mark, int from) throws XmlException {
    int found = xml.indexOf(mark, from);
    if (found < 0) {
      throw new XmlException("no " + mark + " after position " + from);
    }
    return found + mark.length();
  }

  private static String unescaped(String raw) throws XmlException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) != '&') {
        text.append(raw.charAt(i));
        continue;
      }
      int end = raw.indexOf(';', i);
      if (end < 0 || end - i > 10) {
        throw new XmlException("& that begins no reference");
      }
      text.append(character(raw.substring(i + 1, end)));
      i = end;
    }
    return text.toString();
  }

  private static String character(String reference) throws XmlException {
    String named =
        switch (reference) {
          case "amp" -> "&";
          case "lt" -> "<";
          case "gt" -> ">";
          case "quot" -> "\"";
          case "apos" -> "'";
          default -> "";
        };
    if (!named.isEmpty()) {
      return named;
    }
    boolean hex = reference.startsWith("#x");
    int code = 0;
    for (int i = hex ? 2 : 1; i < reference.length(); i++) {
      int digit = Character.digit(reference.charAt(i), hex ? 16 : 10);
      if (digit < 0 || code > Character.MAX_CODE_POINT) {
        throw new XmlException("a reference to nothing");
      }
      code = code * (hex ? 16 : 10) + digit;
    }
    boolean any = reference.startsWith("#") && reference.length() > (hex ? 2 : 1);
    if (!any || code == 0 || code > Character.MAX_CODE_POINT) {
      throw new XmlException("a reference to nothing");
    }
    return new String(Character.toChars(code));
  }
}
