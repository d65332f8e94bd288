package coldbench.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of a template's {@code Resources}.
 *
 * @param properties as written, intrinsic functions not yet resolved
 */
public record Resource(String logicalId, String type, JsonNode properties) {}
