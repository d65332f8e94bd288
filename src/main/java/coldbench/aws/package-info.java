/**
 * The deployed run: looks a deployment up, starts, watches and stops executions of its state
 * machine and fetches what they put into its bucket.
 */
@NullMarked
package coldbench.aws;

import org.jspecify.annotations.NullMarked;
