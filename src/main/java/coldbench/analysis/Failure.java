package coldbench.analysis;

/** Why something could not be measured: an error's name, as in the state machine, and its cause. */
public record Failure(String name, String cause) {}
