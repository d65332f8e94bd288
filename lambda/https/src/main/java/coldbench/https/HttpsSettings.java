package coldbench.https;

/**
 * How long a client waits, and whom it believes.
 *
 * @param connectMillis for resolving the name, connecting and the handshake, together
 * @param readMillis the longest silence of the server while something is awaited
 * @param callMillis for a whole call, whatever happens in it
 * @param idleMillis how long a connection is kept without use; AWS's own devices forget one after
 *     350 s without a word
 */
public record HttpsSettings(
    int connectMillis, int readMillis, int callMillis, int idleMillis, Trust trust) {
  public HttpsSettings {
    positive("connectMillis", connectMillis);
    positive("readMillis", readMillis);
    positive("callMillis", callMillis);
    if (idleMillis < 0) {
      throw new IllegalArgumentException("idleMillis is " + idleMillis + ", expected 0 or more");
    }
  }

  /** 3 s to connect, 10 s of silence, 30 s for a call, kept for 5 minutes. */
  public static HttpsSettings trusting(Trust trust) {
    return new HttpsSettings(3_000, 10_000, 30_000, 300_000, trust);
  }

  public HttpsSettings withLimits(int connectMillis, int readMillis, int callMillis) {
    return new HttpsSettings(connectMillis, readMillis, callMillis, idleMillis, trust);
  }

  private static void positive(String name, int millis) {
    if (millis <= 0) {
      throw new IllegalArgumentException(name + " is " + millis + ", expected more than 0");
    }
  }
}
