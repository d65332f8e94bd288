package coldbench.deploy;

import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Runtime;

/**
 * A function to measure.
 *
 * @param label what it is called in inputs, objects and reports, such as {@code java}
 * @param handler as Lambda's API wants it for the runtime
 */
record Target(String label, Runtime runtime, String handler, Code code, String description) {}
