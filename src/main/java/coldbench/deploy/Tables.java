package coldbench.deploy;

import coldbench.deploy.functions.FunctionSettings;
import coldbench.deploy.functions.OwnFunction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/**
 * The tables that functions ask for, billed by the request and destroyed with the stack. Functions
 * that ask for the same key share one, so that all of them are measured against the same.
 */
final class Tables {
  private final Construct stack;
  private final Map<String, Table> byKey = new TreeMap<>();

  Tables(Construct stack) {
    this.stack = stack;
  }

  /** The table of a function, if it asks for one. */
  Optional<Table> of(OwnFunction target) {
    return target.settings().table().map(this::shared);
  }

  private Table shared(FunctionSettings.Table wanted) {
    return byKey.computeIfAbsent(
        wanted.partitionKey(),
        key -> {
          Table table =
              Table.Builder.create(stack, "Table-" + key)
                  .partitionKey(Attribute.builder().name(key).type(AttributeType.STRING).build())
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .removalPolicy(RemovalPolicy.DESTROY)
                  .build();
          NagSuppressions.acknowledge(table);
          return table;
        });
  }
}
