package coldbench.deploy;

/**
 * Where and how a function is deployed, whatever it is.
 *
 * @param functionName in the account
 * @param urls who may call its URL, or that it has none
 * @param lanes how many copies of it there are, which runs measure side by side
 */
record Placement(String functionName, int memoryMb, FunctionUrls urls, int lanes) {}
