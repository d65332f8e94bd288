/**
 * Compares runtimes side by side on this machine: native Java, the same classes on a JVM, Python.
 *
 * <p>In: what was built of them. Out: a table of medians and their ratios to native Java.
 */
@NullMarked
package coldbench.microbench;

import org.jspecify.annotations.NullMarked;
