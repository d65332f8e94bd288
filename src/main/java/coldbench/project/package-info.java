/**
 * Functions of one's own, in native Java: a folder that stands alone, and what builds it.
 *
 * <p>In: a name and an event's kind, or such a folder. Out: the folder, or the packages in its
 * {@code target}, made by Maven with Coldbench's libraries, which are put into the local repository
 * where they are missing or stale.
 */
@NullMarked
package coldbench.project;

import org.jspecify.annotations.NullMarked;
