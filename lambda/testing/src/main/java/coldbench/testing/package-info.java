/**
 * The other side of the Runtime API, for tests: a server on a real socket that the test drives
 * request by request, and the function's process.
 */
@NullMarked
package coldbench.testing;

import org.jspecify.annotations.NullMarked;
