package coldbench.deploy;

/**
 * Where and how a function is deployed, whatever it is.
 *
 * @param functionName in the account
 * @param urls who may call its URL, or that it has none
 */
record Placement(String functionName, int memoryMb, FunctionUrls urls) {}
