/** What of the runtime's inside the probe shows to tests. */
@NullMarked
package coldbench.runtime;

import org.jspecify.annotations.NullMarked;
