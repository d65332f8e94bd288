/**
 * A function that reads JSON as a record and writes it again, so that tests can see whether it does
 * so natively as on a JVM.
 *
 * <p>In: the record's name and bytes. Out: the JSON that was written, or what was refused.
 */
@NullMarked
package coldbench.roundtrip;

import org.jspecify.annotations.NullMarked;
