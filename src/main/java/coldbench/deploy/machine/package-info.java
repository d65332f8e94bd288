/**
 * The benchmark's state machine: its states, their tasks with what they retry, and their JSONata
 * expressions, one file each. The names of the functions and of the bucket come in, a definition
 * and the permissions that it needs go out.
 */
@NullMarked
package coldbench.deploy.machine;

import org.jspecify.annotations.NullMarked;
