/**
 * A native Java function in an app of the AWS CDK.
 *
 * <p>In: the folder of a Maven project whose parent is {@code coldbench-function-parent}. Out: a
 * Lambda function with its executable, which is built while the app is synthesized.
 */
@NullMarked
package coldbench.cdk;

import org.jspecify.annotations.NullMarked;
