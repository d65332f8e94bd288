/**
 * The command line: options, what a terminal shows and is asked, exit codes. Only wiring: what a
 * command does is in the room that it is about.
 */
@NullMarked
package coldbench.cli;

import org.jspecify.annotations.NullMarked;
