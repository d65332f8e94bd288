/**
 * HTTPS for handlers: requests to servers whose certificates are checked, over connections that are
 * kept from one invocation to the next.
 *
 * <p>In: requests as records, roots, time limits. Out: responses, or exceptions that say what was
 * wrong. The same on a JVM (SSLSocket) and natively (zig's TLS client, linked only into programs
 * that use {@link coldbench.https.HttpsClient}).
 */
@NullMarked
package coldbench.https;

import org.jspecify.annotations.NullMarked;
