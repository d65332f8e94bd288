/**
 * The JSR-166 TCK of OpenJDK's tests, on a JVM and natively, as far as one thread can pass it. Its
 * files are not here, as OpenJDK has them under its own license; whoever has them names the folder.
 */
package coldbench.differential.tck;
