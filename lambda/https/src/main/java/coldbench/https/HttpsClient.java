package coldbench.https;

import coldbench.runtime.Clock;
import coldbench.runtime.HttpException;
import coldbench.runtime.HttpReader;
import coldbench.runtime.HttpResponse;
import coldbench.runtime.Init;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends requests and keeps one connection to each server for the next ones; make it in init. It
 * follows no redirect, asks for no compression and goes through no proxy.
 *
 * <p>Lambda freezes a sandbox between two invocations, so a kept connection may be dead when it is
 * needed. It is looked at before it is used; should it fail all the same before a byte of the
 * response was read, a request that may be repeated is sent once more on a new connection.
 */
public final class HttpsClient implements AutoCloseable {
  private static final int MOST_SERVERS = 16;
  private final Tls tls;
  private final Clock clock;
  private final HttpsSettings settings;
  private final Map<String, Kept> kept = new HashMap<>();

  private record Kept(Connection connection, HttpReader reader, long sinceEpochMillis) {}

  /**
   * Reads the roots.
   *
   * @throws TlsException if they cannot be read
   */
  public HttpsClient(HttpsSettings settings, Clock clock) throws IOException {
    this.tls = Tls.trusting(settings.trust(), clock);
    this.clock = clock;
    this.settings = settings;
  }

  /** Trusts the file that AWS_CA_BUNDLE names, else Amazon's roots. */
  public static HttpsClient of(Init init) throws IOException {
    Trust trust = Trust.of(init.environment());
    return new HttpsClient(HttpsSettings.trusting(trust), init.clock());
  }

  /**
   * Returns the response, whatever its status. Its content has at most 16 MB.
   *
   * @throws TlsException if the server cannot prove who it is, or breaks off
   * @throws TimeLimitException if it is too slow
   * @throws coldbench.runtime.HttpException if it does not answer in HTTP/1.1
   * @throws IOException if it cannot be reached
   */
  public synchronized HttpResponse send(HttpsRequest request) throws IOException {
    long end = clock.nanoTime() + settings.callMillis() * 1_000_000L;
    Url url = Url.parse(request.url());
    Kept old = kept.remove(url.authority());
    if (old != null) {
      if (isUsable(old)) {
        try {
          return exchange(old, url, request, end);
        } catch (TimeLimitException e) {
          throw e;
        } catch (IOException e) {
          if (old.reader.hasBegun() || !request.isRepeatable()) {
            throw e;
          }
        }
      } else {
        old.connection.close();
      }
    }
    int millis = Tls.millisUntil(end, settings.connectMillis(), clock);
    Connection connection = tls.open(url.host(), url.port(), millis);
    return exchange(new Kept(connection, new HttpReader(connection), 0), url, request, end);
  }

  private boolean isUsable(Kept old) {
    long idle = clock.epochMillis() - old.sinceEpochMillis;
    return idle >= 0
        && idle <= settings.idleMillis()
        && isAtItsEnd(old.reader)
        && old.connection.isAlive();
  }

  /** What a server says beyond its response must not be taken for the next one. */
  private static boolean isAtItsEnd(HttpReader reader) {
    try {
      reader.begin();
      return true;
    } catch (HttpException e) {
      return false;
    }
  }

  private HttpResponse exchange(Kept on, Url url, HttpsRequest request, long end)
      throws IOException {
    boolean complete = false;
    try {
      on.connection.limit(settings.readMillis(), end);
      on.reader.begin();
      byte[] message = RequestBytes.of(url, request);
      on.connection.write(message, 0, message.length);
      HttpResponse response = on.reader.read();
      complete = on.reader.isReusable();
      return response;
    } finally {
      if (complete) {
        keep(url.authority(), new Kept(on.connection, on.reader, clock.epochMillis()));
      } else {
        on.connection.close();
      }
    }
  }

  private void keep(String authority, Kept connection) {
    if (kept.size() >= MOST_SERVERS) {
      close();
    }
    kept.put(authority, connection);
  }

  /** Closes the kept connections; the next request opens another. */
  @Override
  public synchronized void close() {
    List<Kept> all = new ArrayList<>(kept.values());
    kept.clear();
    all.forEach(k -> k.connection.close());
  }
}
