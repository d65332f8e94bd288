/**
 * A local Lambda: the Runtime API, function processes, limits, logs and REPORT lines. A function's
 * package, its configuration and events come in, answers with their log tails go out.
 */
@NullMarked
package coldbench.emulator;

import org.jspecify.annotations.NullMarked;
