package coldbench.analysis;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a sandbox ran on, as the function in it told after its measured calls; empty where it did
 * not tell, or another sandbox did.
 *
 * @param cpu the processor's model
 * @param kernel its release
 * @param memoryMb of the machine, or the micro-VM, not of the function
 */
public record Sandbox(Optional<String> cpu, Optional<String> kernel, OptionalLong memoryMb) {}
