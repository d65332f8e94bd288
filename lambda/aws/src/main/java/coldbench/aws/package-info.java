/**
 * AWS's services for handlers: those that speak AWS's JSON protocol, S3, and Lambda's Invoke.
 *
 * <p>In: the name of an operation and its JSON, or keys and bytes; region and credentials from the
 * environment as Lambda sets them. Out: JSON or bytes, or an {@link coldbench.aws.AwsException}
 * with AWS's code and request id. No secret stands in a message. The same natively and on a JVM.
 */
@NullMarked
package coldbench.aws;

import org.jspecify.annotations.NullMarked;
