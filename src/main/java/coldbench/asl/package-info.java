/**
 * An interpreter for the Amazon States Language with JSONata. A definition, an input and the
 * services it calls come in, the execution's output or its error goes out.
 */
@NullMarked
package coldbench.asl;

import org.jspecify.annotations.NullMarked;
