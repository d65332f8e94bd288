/**
 * A local account: functions by name, a bucket that is a folder, and the state machine of a
 * synthesized template run against them.
 */
@NullMarked
package coldbench.local;

import org.jspecify.annotations.NullMarked;
