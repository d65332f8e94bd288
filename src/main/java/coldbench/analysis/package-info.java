/**
 * The domain: trials, samples, cells, statistics, prices and the verdict. Trials come in, a summary
 * goes out; no I/O.
 */
@NullMarked
package coldbench.analysis;

import org.jspecify.annotations.NullMarked;
