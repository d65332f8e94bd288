/**
 * A Lambda custom runtime in plain Java, small enough to be compiled to C.
 *
 * <p>In: a {@link coldbench.runtime.Handler} and the environment that Lambda sets. Out: a process
 * that answers invocations over the Runtime API until it is ended. The same classes run natively
 * (libc) and on a JVM (java.net).
 */
@NullMarked
package coldbench.runtime;

import org.jspecify.annotations.NullMarked;
