/**
 * A function that misbehaves on demand, so that tests can see what the runtime makes of it.
 *
 * <p>In: an event that says what to do. Out: whatever that leads to, natively and on a JVM.
 */
@NullMarked
package coldbench.probe;

import org.jspecify.annotations.NullMarked;
