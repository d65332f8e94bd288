/**
 * The function under measurement, in Java: Fibonacci and an array of squares.
 *
 * <p>In: a function URL request with {@code n}. Out: the answer of the contract (see README.md of
 * {@code lambda/}), the same as the Python function's but for {@code runtime} and the times.
 */
@NullMarked
package coldbench.function;

import org.jspecify.annotations.NullMarked;
