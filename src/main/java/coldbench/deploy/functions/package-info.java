/**
 * The measured functions: the entries that describe them, their packages with the checks and
 * builds. An entry or a source folder comes in, code that can be deployed goes out.
 */
@NullMarked
package coldbench.deploy.functions;

import org.jspecify.annotations.NullMarked;
