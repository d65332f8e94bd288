/**
 * One program for a JVM and for the native executable. Its cases print what they find, and both
 * must print the same; its soak makes object graphs and holds each against the seed it was made
 * from. In: arguments, see {@link Main}. Out: lines of text.
 */
@NullMarked
package coldbench.differential;

import org.jspecify.annotations.NullMarked;
