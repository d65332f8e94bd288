/**
 * A function that calls out on demand, so that tests can see what the clients make of their
 * servers, natively and on a JVM.
 *
 * <p>In: an event that says what to ask of whom. Out: what came back, or the exception.
 */
@NullMarked
package coldbench.caller;

import org.jspecify.annotations.NullMarked;
