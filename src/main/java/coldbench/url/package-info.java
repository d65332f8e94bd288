/**
 * Function URLs: a local one for a function of the local Lambda, and a client that measures the
 * latency of local and of deployed ones. HTTP requests come in and go out; events and answers have
 * the payload format 2.0.
 */
@NullMarked
package coldbench.url;

import org.jspecify.annotations.NullMarked;
