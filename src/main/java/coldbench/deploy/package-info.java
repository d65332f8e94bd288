/**
 * The CDK app: settings and stack. Context (cdk.json, -c key=value) comes in, a CloudFormation
 * template with its assets goes out.
 */
@NullMarked
package coldbench.deploy;

import org.jspecify.annotations.NullMarked;
