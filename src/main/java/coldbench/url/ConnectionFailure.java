package coldbench.url;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a request got no answer, in words: the JDK's client mostly gives only a class. */
final class ConnectionFailure {
  private ConnectionFailure() {}

  static String of(URI uri, IOException e) {
    String where = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    if (isCausedBy(e, UnresolvedAddressException.class)
        || isCausedBy(e, UnknownHostException.class)) {
      return "no such host: " + uri.getHost();
    } else if (isCausedBy(e, HttpConnectTimeoutException.class)) {
      return "no connection to " + where + " within " + Load.CONNECT_LIMIT.toSeconds() + " s";
    } else if (isCausedBy(e, HttpTimeoutException.class)) {
      return "no answer within " + Load.REQUEST_LIMIT.toSeconds() + " s";
    } else if (isCausedBy(e, ConnectException.class)) {
      return "nothing listens at " + where + " (connection refused)";
    } else if (isCausedBy(e, ClosedChannelException.class)) {
      return "the connection was closed";
    } else if (isCausedBy(e, SSLException.class)) {
      return "no secure connection to " + where + said(e);
    }
    return e.getClass().getSimpleName() + said(e);
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? "" : ": " + e.getMessage();
  }

  private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> kind) {
    Throwable each = thrown;
    while (each != null && !kind.isInstance(each)) {
      each = each.getCause();
    }
    return each != null;
  }
}
