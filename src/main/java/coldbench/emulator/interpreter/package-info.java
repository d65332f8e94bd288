/**
 * Finds and prepares what runs packages that bring no executable: a Python with Lambda's runtime
 * interface client, a Java with its own.
 */
@NullMarked
package coldbench.emulator.interpreter;

import org.jspecify.annotations.NullMarked;
