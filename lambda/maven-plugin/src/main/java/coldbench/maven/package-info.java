/**
 * What Maven calls to build a function.
 *
 * <p>In: a project's classes and libraries. Out: below {@code target/native} an executable for each
 * architecture, below {@code target/jvm} a package for a managed Java runtime; or an error that
 * names the line of the program that cannot be compiled.
 */
@NullMarked
package coldbench.maven;

import org.jspecify.annotations.NullMarked;
