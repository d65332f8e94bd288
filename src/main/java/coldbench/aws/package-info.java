/**
 * The deployed run: starts and watches an execution of the deployed state machine and fetches what
 * it put into its bucket.
 */
@NullMarked
package coldbench.aws;

import org.jspecify.annotations.NullMarked;
