package coldbench.runtime;

/** Where the Runtime API listens: the value of AWS_LAMBDA_RUNTIME_API, {@code host:port}. */
record Endpoint(String authority, String host, int port) {

  /**
   * Reads {@code host:port}; an IPv6 host stands in brackets; without a port it is 80.
   *
   * @throws IllegalArgumentException if it is nothing of that kind
   */
  static Endpoint parse(String authority) {
    int colon = authority.lastIndexOf(':');
    int bracket = authority.indexOf(']');
    String host = colon > bracket ? authority.substring(0, colon) : authority;
    int port = colon > bracket ? port(authority, authority.substring(colon + 1)) : 80;
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    boolean clean = !host.isEmpty();
    for (int i = 0; i < authority.length(); i++) {
      char c = authority.charAt(i);
      clean &= c > ' ' && c < 0x7F && c != '/';
    }
    if (!clean) {
      throw wrong(authority);
    }
    return new Endpoint(authority, host, port);
  }

  private static int port(String authority, String text) {
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i == 5) {
        throw wrong(authority);
      }
      port = port * 10 + digit;
    }
    if (port < 1 || port > 65535) {
      throw wrong(authority);
    }
    return port;
  }

  private static IllegalArgumentException wrong(String authority) {
    return new IllegalArgumentException(
        "AWS_LAMBDA_RUNTIME_API is \""
            + authority
            + "\", expected host:port with a port from 1 to 65535");
  }
}
