/**
 * Reads a run's objects, from a folder as from a bucket's copy, into the records of analysis, and
 * names what does not fit.
 */
@NullMarked
package coldbench.results;

import org.jspecify.annotations.NullMarked;
