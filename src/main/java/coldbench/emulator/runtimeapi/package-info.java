/**
 * The Runtime API's server: a sandbox's requests come in over its socket, events go out. Time
 * stamps are taken next to the socket, since they are what is measured.
 */
@NullMarked
package coldbench.emulator.runtimeapi;

import org.jspecify.annotations.NullMarked;
