package coldbench.https;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is asked of a server. */
public final class HttpsRequest {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> IDEMPOTENT = Set.of("GET", "PUT", "DELETE");
  private static final Set<String> OURS =
      Set.of("host", "content-length", "transfer-encoding", "connection");

  private final String method;
  private final String url;
  private final Map<String, String> fields;
  private final byte[] body;
  private final boolean repeatable;

  private HttpsRequest(
      String method, String url, Map<String, String> fields, byte[] body, boolean repeatable) {
    this.method = method;
    this.url = url;
    this.fields = fields;
    this.body = body;
    this.repeatable = repeatable;
  }

  /**
   * A request without header fields of its own.
   *
   * @param method one of GET, POST, PUT, PATCH, DELETE
   * @param url {@code https://host[:port]/path?query}, in which everything but ASCII is already
   *     escaped by {@code %}
   * @param body empty for none; it is not copied
   */
  public static HttpsRequest of(String method, String url, byte[] body) {
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(
          "method is \"" + method + "\", expected GET, POST, PUT, PATCH or DELETE");
    }
    return new HttpsRequest(method, url, Map.of(), body, IDEMPOTENT.contains(method));
  }

  public static HttpsRequest get(String url) {
    return of("GET", url, new byte[0]);
  }

  public static HttpsRequest post(String url, byte[] body) {
    return of("POST", url, body);
  }

  /**
   * With one header field more. Host, Content-Length, Transfer-Encoding and Connection are the
   * client's.
   *
   * @param value printable ASCII; it may be a secret, so that no message repeats it
   */
  public HttpsRequest with(String name, String value) {
    checkName(name);
    checkValue(name, value);
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new HttpsRequest(method, url, more, body, repeatable);
  }

  /**
   * May reach the server twice, so that it is sent again if a kept connection turns out to be dead.
   * GET, PUT and DELETE are so anyway (RFC 9110, 9.2.2).
   */
  public HttpsRequest repeatable() {
    return new HttpsRequest(method, url, fields, body, true);
  }

  String method() {
    return method;
  }

  String url() {
    return url;
  }

  Map<String, String> fields() {
    return fields;
  }

  byte[] body() {
    return body;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  private static void checkName(String name) {
    boolean token = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      token &= letter || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
    if (!token) {
      throw new IllegalArgumentException(
          "a field's name is \"" + name + "\", expected letters, digits, - and _");
    }
    for (String ours : OURS) {
      if (ours.equalsIgnoreCase(name)) {
        throw new IllegalArgumentException("the field " + name + " is set by the client");
      }
    }
  }

  private static void checkValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c >= 0x7F) {
        throw new IllegalArgumentException(
            "the value of "
                + name
                + " has the character U+"
                + Integer.toHexString(0x10000 | c).substring(1)
                + " at "
                + i
                + ", expected printable ASCII");
      }
    }
  }

  /** Without the fields' values, the body and the query: they may be secrets. */
  @Override
  public String toString() {
    int query = url.indexOf('?');
    return method + " " + (query < 0 ? url : url.substring(0, query));
  }
}
