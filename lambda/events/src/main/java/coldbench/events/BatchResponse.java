package coldbench.events;

import coldbench.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which items of a batch failed, so that only these are delivered again. The event source mapping
 * must ask for it by {@code ReportBatchItemFailures}, or Lambda takes any answer for success.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html and
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
 */
@Json
public record BatchResponse(List<Failure> batchItemFailures) {
  /**
   * One item.
   *
   * @param itemIdentifier a message's id, or a stream record's sequence number
   */
  @Json
  public record Failure(String itemIdentifier) {}

  /** What is done with one item. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Takes one item.
     *
     * @throws Exception what went wrong; the item fails, the batch goes on
     */
    void take(T item) throws Exception;
  }

  /** Is told of each item that fails, such as to log it. */
  @FunctionalInterface
  public interface Failed {
    /** Takes the failed item's identifier, and what was thrown. */
    void failed(String itemIdentifier, Exception why);
  }

  /**
   * Works on items one by one.
   *
   * @param ordered whether nothing may be done after a failure: then the batch ends there, and what
   *     was not tried fails, too
   */
  static <T> BatchResponse of(
      List<T> items, Function<T, String> id, boolean ordered, Work<T> work, Failed failed) {
    List<Failure> failures = new ArrayList<>();
    for (T item : items) {
      if (ordered && !failures.isEmpty()) {
        failures.add(new Failure(id.apply(item)));
        continue;
      }
      try {
        work.take(item);
      } catch (Exception e) {
        failed.failed(id.apply(item), e);
        failures.add(new Failure(id.apply(item)));
      }
    }
    return new BatchResponse(failures);
  }

  /**
   * Works on a stream's records in their order until one fails: Lambda goes on from there, so that
   * it alone is named.
   */
  static <T> BatchResponse untilFailure(
      List<T> items, Function<T, String> id, Work<T> work, Failed failed) {
    List<Failure> failures = of(items, id, true, work, failed).batchItemFailures;
    return new BatchResponse(failures.isEmpty() ? failures : failures.subList(0, 1));
  }
}
