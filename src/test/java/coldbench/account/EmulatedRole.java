package coldbench.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;

/** A role in an emulated account, by its ARN. */
record EmulatedRole(IamClient identities, String arn) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private String name() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** Who may assume it: the statements. */
  JsonNode trust() throws IOException {
    return statements(
        identities.getRole(request -> request.roleName(name())).role().assumeRolePolicyDocument());
  }

  /** What it may do: the statements of the one policy of its own. */
  JsonNode policy() throws IOException {
    List<String> names =
        identities.listRolePolicies(request -> request.roleName(name())).policyNames();
    assertThat(names).as(arn).hasSize(1);
    return statements(
        identities
            .getRolePolicy(request -> request.roleName(name()).policyName(names.get(0)))
            .policyDocument());
  }

  private static JsonNode statements(String document) throws IOException {
    return JSON.readTree(document.startsWith("%") ? URLDecoder.decode(document, UTF_8) : document)
        .path("Statement");
  }
}
