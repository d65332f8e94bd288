package coldbench.aws;

/** What a service sent is not the XML that it sends. */
final class XmlException extends Exception {
  private static final long serialVersionUID = 1;

  XmlException(String message) {
    super(message);
  }
}
