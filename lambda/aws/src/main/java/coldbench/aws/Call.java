package coldbench.aws;

import java.util.Map;

/**
 * One request to a service, before it is signed.
 *
 * @param what for messages, such as {@code dynamodb GetItem}; no secret stands in it
 * @param host with its port if that is not 443
 * @param path escaped
 * @param query escaped, empty for none
 * @param fields in lower case, without those of the signature
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
record Call(
    String what,
    String method,
    String host,
    String path,
    String query,
    Map<String, String> fields,
    byte[] body) {}
