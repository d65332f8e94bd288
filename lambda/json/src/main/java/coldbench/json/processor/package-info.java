/**
 * Writes the codecs of {@link coldbench.json.Json} types while these are compiled.
 *
 * <p>In: what javac knows of the types. Out: source files, or an error at the type or component
 * that cannot be had in JSON, with what to use instead.
 */
@NullMarked
package coldbench.json.processor;

import org.jspecify.annotations.NullMarked;
