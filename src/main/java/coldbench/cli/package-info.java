/** The commands of the tool: options, progress and exit codes. Only wiring. */
@NullMarked
package coldbench.cli;

import org.jspecify.annotations.NullMarked;
