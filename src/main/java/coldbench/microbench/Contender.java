package coldbench.microbench;

import coldbench.emulator.SandboxTimer;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One of the runtimes that are compared.
 *
 * @param files what is deployed of it
 * @param buildSeconds what compiling it took, where it is compiled
 */
public record Contender(
    String name, SandboxTimer.Program program, List<Path> files, OptionalDouble buildSeconds) {}
