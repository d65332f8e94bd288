/**
 * Reads a synthesized CloudFormation template: resources and intrinsic functions. A cloud
 * assembly's folder comes in, resolved resources go out.
 */
@NullMarked
package coldbench.template;

import org.jspecify.annotations.NullMarked;
