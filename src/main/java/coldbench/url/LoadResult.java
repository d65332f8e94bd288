package coldbench.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the requests of a {@link Load}. */
public final class LoadResult {
  private final List<Double> latenciesMs = new ArrayList<>();
  private final List<Double> connectingMs = new ArrayList<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private long tookNanos;
  private boolean forbidden;

  LoadResult() {}

  void answered(int status, long nanos) {
    boolean first = latenciesMs.isEmpty() && connectingMs.isEmpty();
    if (status / 100 != 2) {
      forbidden |= status == 403;
      failed("HTTP status " + status);
    } else {
      (first ? connectingMs : latenciesMs).add(nanos / 1e6);
    }
  }

  void failed(String why) {
    failures.merge(why, 1, Integer::sum);
  }

  void add(LoadResult other) {
    latenciesMs.addAll(other.latenciesMs);
    connectingMs.addAll(other.connectingMs);
    forbidden |= other.forbidden;
    other.failures.forEach((name, count) -> failures.merge(name, count, Integer::sum));
  }

  void tookNanos(long nanos) {
    tookNanos = nanos;
  }

  /** Of requests that were answered with a status of success, over a connection already there. */
  public double[] latenciesMs() {
    return latenciesMs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Of each worker's first request, which opens the connection and may find the function cold. */
  public double[] connectingMs() {
    return connectingMs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether the URL wants a signature that it did not get, or one of somebody else. */
  public boolean forbidden() {
    return forbidden;
  }

  /** How often what went wrong. */
  public Map<String, Integer> failures() {
    return failures;
  }

  public double requestsPerSecond() {
    return (latenciesMs.size() + connectingMs.size()) / (tookNanos / 1e9);
  }
}
