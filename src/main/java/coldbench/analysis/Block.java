package coldbench.analysis;

/**
 * One round at one memory size, in which every function is measured once. What is compared is
 * compared inside a block.
 */
public record Block(int memoryMb, int round) {}
