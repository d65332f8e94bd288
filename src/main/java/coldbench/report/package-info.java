/** Renders a summary: terminal, HTML, CSV, JSON, Markdown. */
@NullMarked
package coldbench.report;

import org.jspecify.annotations.NullMarked;
