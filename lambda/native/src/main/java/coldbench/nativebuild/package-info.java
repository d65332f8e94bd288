/**
 * Compiles a Java program into a static Linux executable: bytecode to C with TeaVM, C to machine
 * code with zig.
 *
 * <p>In: this process's class path, a main class, an architecture. Out: one file, byte for byte the
 * same wherever it is built; nothing is done where nothing has changed.
 */
@NullMarked
package coldbench.nativebuild;

import org.jspecify.annotations.NullMarked;
