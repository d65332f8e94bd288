/**
 * Zip files as Lambda unpacks them: their entries with kind and mode, and why it would not take
 * one.
 */
@NullMarked
package coldbench.archive;

import org.jspecify.annotations.NullMarked;
