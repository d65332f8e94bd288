/**
 * The suites of collections of guava-testlib, on a JVM and natively: {@link
 * coldbench.differential.guava.Suites} has them made by testlib's builders, which ask for
 * annotations, {@link coldbench.differential.guava.SuiteSources} writes a program that makes the
 * same testers and calls the same methods without reflection.
 */
package coldbench.differential.guava;
