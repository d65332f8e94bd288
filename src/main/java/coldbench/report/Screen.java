package coldbench.report;

/**
 * Where text goes.
 *
 * @param columns characters in a line
 * @param colour whether it understands ANSI colours
 */
public record Screen(int columns, boolean colour) {}
