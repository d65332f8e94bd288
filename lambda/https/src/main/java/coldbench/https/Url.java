package coldbench.https;

/**
 * An address of the kind {@code https://host[:port]/path?query}.
 *
 * @param authority as the Host field wants it: without the port if it is 443
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param target path and query
 */
record Url(String authority, String host, int port, String target) {
  private static final String SCHEME = "https://";

  static Url parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
        throw wrong(text, "has a character at " + i + " that must be escaped by %");
      }
    }
    if (!text.startsWith(SCHEME)) {
      throw wrong(text, "does not begin with https://");
    }
    int end = SCHEME.length();
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(SCHEME.length(), end);
    int colon = authority.lastIndexOf(':');
    int bracket = authority.indexOf(']');
    String host = colon > bracket ? authority.substring(0, colon) : authority;
    int port = colon > bracket ? port(text, authority.substring(colon + 1)) : 443;
    boolean v6 = host.startsWith("[") && host.endsWith("]");
    String name = v6 ? host.substring(1, host.length() - 1) : host;
    checkHost(text, name, v6);
    String target = text.substring(end);
    if (target.indexOf('#') >= 0) {
      throw wrong(text, "has a fragment, which no server is sent");
    }
    return new Url(
        port == 443 ? host : host + ":" + port,
        name,
        port,
        target.startsWith("/") ? target : "/" + target);
  }

  private static void checkHost(String text, String name, boolean v6) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && (v6 ? c != ':' && c != '.' : c != '-' && c != '.' && c != '_')) {
        throw wrong(text, "has no host as expected");
      }
    }
    if (name.isEmpty() || name.length() > 253) {
      throw wrong(text, "has no host, or one of more than 253 characters");
    }
  }

  private static int port(String text, String digits) {
    int port = 0;
    for (int i = 0; i < digits.length() && port <= 65_535; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw wrong(text, "has a port that is no number");
      }
      port = port * 10 + digit;
    }
    if (port < 1 || port > 65_535) {
      throw wrong(text, "has a port that is not from 1 to 65535");
    }
    return port;
  }

  /** The query may hold a secret. */
  private static IllegalArgumentException wrong(String text, String what) {
    int query = text.indexOf('?');
    return new IllegalArgumentException(
        "the URL \""
            + (query < 0 ? text : text.substring(0, query) + "?...")
            + "\" "
            + what
            + ", expected https://host[:port]/path?query");
  }
}
