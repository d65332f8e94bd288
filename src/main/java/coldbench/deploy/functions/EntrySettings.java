package coldbench.deploy.functions;

import coldbench.deploy.functions.FunctionSettings.Vpc;
import coldbench.lambda.Quotas;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The fields of an entry that are the function's configuration.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">
 *     CreateFunction</a>, whose limits these are
 */
record EntrySettings(Variables variables, EntryAccess access, EntryLayers layers) {
  static final List<String> FIELDS =
      List.of(
          "environment",
          "policy",
          "role",
          "layers",
          "timeoutSeconds",
          "ephemeralStorageMb",
          "vpc",
          "tracing",
          EntryTable.FIELD,
          "before");

  private static final List<String> VPC = List.of("subnets", "securityGroups");
  private static final Predicate<String> SUBNET =
      Pattern.compile("subnet-[0-9a-f]{8,17}").asMatchPredicate();
  private static final Predicate<String> SECURITY_GROUP =
      Pattern.compile("sg-[0-9a-f]{8,17}").asMatchPredicate();

  FunctionSettings read(EntryFields entry, String runtime) {
    Map<String, String> environment = variables.read(entry);
    return new FunctionSettings(
        environment,
        access.read(entry),
        layers.read(entry, runtime),
        entry
            .whole("timeoutSeconds", 1, Quotas.TIMEOUT_MOST_SECONDS)
            .orElse(FunctionSettings.DEFAULT_TIMEOUT_SECONDS),
        entry
            .whole("ephemeralStorageMb", Quotas.STORAGE_LEAST_MB, Quotas.STORAGE_MOST_MB)
            .orElse(Quotas.STORAGE_LEAST_MB),
        vpc(entry),
        entry.flag("tracing"),
        EntryTable.read(entry, environment),
        entry.anything("before"));
  }

  private static Optional<Vpc> vpc(EntryFields entry) {
    JsonNode value = entry.value("vpc");
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      entry.problem(".vpc", value, "an object with " + String.join(" and ", VPC));
      return Optional.empty();
    }
    EntryFields fields = entry.inside("vpc");
    fields.refuseUnknown(VPC);
    for (String list : VPC) {
      if (fields.value(list).isMissingNode() || fields.value(list).isEmpty()) {
        fields.problem("." + list, fields.value(list), "a list of at least one id");
      }
    }
    return Optional.of(
        new Vpc(
            fields.texts("subnets", SUBNET, 16, "the id of a subnet, such as subnet-0a1b2c3d"),
            fields.texts(
                "securityGroups",
                SECURITY_GROUP,
                5,
                "the id of a security group, such as sg-0a1b2c3d")));
  }
}
