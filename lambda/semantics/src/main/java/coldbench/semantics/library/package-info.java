/**
 * Methods of the JDK, written from their documentation, in place of TeaVM's: see {@code
 * LibraryMethods}. The packages are those of the JDK without {@code java.}.
 */
package coldbench.semantics.library;
