package coldbench.url;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests to one URL from this machine, and how long each takes from its sending to the last byte
 * of its answer.
 *
 * @param count how many requests; without it as many as {@code time} allows
 * @param time how long to go on at most
 * @param concurrency how many workers, each with one request at a time on a connection of its own
 */
public record Load(
    URI uri, OptionalInt count, Duration time, int concurrency, Optional<Signer> signer) {
  static final Duration REQUEST_LIMIT = Duration.ofMinutes(1);
  static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  /** After so many the compiler of the JVM has little left to do. */
  private static final int WARM_UP = 300;

  /**
   * Sends requests to a server of this process first: else the first URL's figures would be those
   * of this tool's own start. What TLS costs is not in it.
   */
  public void warmUp() throws IOException, InterruptedException {
    UrlAnswer answer = new UrlAnswer(200, Map.of(), new byte[100]);
    try (HttpListener server =
        new HttpListener(0, Clock.systemUTC(), (request, client) -> answer)) {
      URI here = URI.create("http://127.0.0.1:" + server.port() + "/");
      new Load(here, OptionalInt.of(WARM_UP), REQUEST_LIMIT, concurrency, signer).run();
    }
  }

  /** Sends them. A request that fails is counted and named, the others go on. */
  public LoadResult run() throws InterruptedException {
    AtomicInteger left = new AtomicInteger(count.orElse(Integer.MAX_VALUE));
    ExecutorService workers = Executors.newFixedThreadPool(concurrency);
    try {
      long start = System.nanoTime();
      List<Callable<LoadResult>> tasks = new ArrayList<>();
      for (int i = 0; i < concurrency; i++) {
        tasks.add(() -> work(left, start + time.toNanos()));
      }
      LoadResult all = new LoadResult();
      for (Future<LoadResult> worker : workers.invokeAll(tasks)) {
        all.add(worker.get());
      }
      all.tookNanos(System.nanoTime() - start);
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A worker broke", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private LoadResult work(AtomicInteger left, long deadlineNanos) throws InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    LoadResult result = new LoadResult();
    while (System.nanoTime() < deadlineNanos && left.getAndDecrement() > 0) {
      HttpRequest request = request();
      long start = System.nanoTime();
      try {
        int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
        result.answered(status, System.nanoTime() - start);
      } catch (IOException e) {
        result.failed(ConnectionFailure.of(uri, e));
      }
    }
    return result;
  }

  private HttpRequest request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(REQUEST_LIMIT);
    signer.ifPresent(
        given ->
            given
                .headers(uri)
                .forEach((name, values) -> values.forEach(value -> request.header(name, value))));
    return request.build();
  }
}
