package table;

import coldbench.aws.Aws;
import coldbench.aws.AwsJson;
import coldbench.aws.AwsService;
import coldbench.json.JsonHandler;
import coldbench.runtime.Handler;
import coldbench.runtime.Init;
import coldbench.runtime.Initializer;
import coldbench.runtime.LambdaRuntime;
import java.io.IOException;
import java.util.Optional;

/** Puts an order into a table and answers with what the table then has. */
public final class TableFunction implements Initializer {
  public static void main(String[] args) {
    LambdaRuntime.run(new TableFunction());
  }

  @Override
  public Handler initialize(Init init) throws IOException {
    Orders orders =
        new Orders(
            Aws.of(init).json(AwsService.DYNAMODB), init.environment().required("TABLE_NAME"));
    if (init.environment().required("CONNECT").equals("init")) {
      orders.find("none");
    }
    return JsonHandler.of(
        OrderJson.CODEC,
        OrderJson.CODEC,
        (order, context) -> {
          orders.put(context.requestId(), order);
          return orders.find(context.requestId()).orElseThrow();
        });
  }

  /** The table, by the requests that DynamoDB's API reference shows. */
  private record Orders(AwsJson dynamo, String table) {
    void put(String id, Order order) throws IOException {
      dynamo.call("PutItem", PutJson.CODEC.toJson(new Put(table, Item.of(id, order))));
    }

    Optional<Order> find(String id) throws IOException {
      Get get = new Get(table, new Get.Key(new Item.Text(id)), true);
      byte[] answer = dynamo.call("GetItem", GetJson.CODEC.toJson(get));
      return Get_AnswerJson.CODEC.fromJson(answer).item().map(Item::order);
    }
  }
}
