/**
 * Records for the events that AWS services send to functions, and for the answers they expect.
 *
 * <p>In: an event, by the codec of its record, such as {@code SqsEventJson.CODEC}. Out: what is
 * documented of it; what AWS adds is skipped, what it may leave out is an Optional, an empty list
 * or an empty map. AWS's own sample of each is a resource beside the class, for tests: {@link
 * coldbench.events.Samples}.
 */
@NullMarked
package coldbench.events;

import org.jspecify.annotations.NullMarked;
