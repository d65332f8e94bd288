/**
 * Classes of the JDK, written from their documentation, in place of TeaVM's: see {@code
 * LibraryClasses}.
 */
package coldbench.semantics.classes;
