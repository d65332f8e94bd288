package coldbench.testing;

import java.util.Map;

/**
 * What the runtime sent.
 *
 * @param fields header fields, names in lower case
 * @param text the content, which is UTF-8
 */
public record Request(String method, String path, Map<String, String> fields, String text) {}
