/**
 * Control groups, versions 1 and 2: a sandbox's share of a CPU, its memory limit, and the removal
 * of what a tool that was killed has left.
 */
@NullMarked
package coldbench.emulator.cgroup;

import org.jspecify.annotations.NullMarked;
