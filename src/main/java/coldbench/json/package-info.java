/**
 * Reading of JSON objects whose every field is known: a value that is not what it should be is
 * named with its path, what it is and what was expected, and so is a field nobody asks for.
 */
@NullMarked
package coldbench.json;

import org.jspecify.annotations.NullMarked;
