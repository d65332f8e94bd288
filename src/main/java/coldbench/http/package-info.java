/** HTTP/1.1 requests as they come over a connection, for the servers that play a part of Lambda. */
@NullMarked
package coldbench.http;

import org.jspecify.annotations.NullMarked;
