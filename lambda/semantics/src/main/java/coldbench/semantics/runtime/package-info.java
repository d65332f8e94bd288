/**
 * Called by programs whose instructions {@code coldbench.semantics} repaired; compiled into them.
 * What is called must itself need no repair: it is left as it is written here.
 */
package coldbench.semantics.runtime;
