/**
 * What AWS documents of Lambda and several rooms hold to: the stack that is deployed and the Lambda
 * that runs here must not differ in it.
 */
@NullMarked
package coldbench.lambda;

import org.jspecify.annotations.NullMarked;
