package coldbench.analysis;

/**
 * A call that was made and not counted.
 *
 * @param wanted {@code cold} or {@code warm}
 * @param was {@code cold}, {@code warm}, {@code stale} (a sandbox of another memory size), {@code
 *     unreported} (no whole REPORT line) or {@code wrong} (a wrong answer)
 * @param attempt how many times a cold start had been forced by then
 */
public record Discarded(String wanted, String was, int attempt) {}
