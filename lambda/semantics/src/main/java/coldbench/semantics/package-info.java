/**
 * A TeaVM plugin and C sources that give programs compiled by TeaVM's C backend the meaning of the
 * Java Language Specification, and a collector that can be trusted. In: the program as TeaVM reads
 * it, the C that TeaVM wrote. Out: the same, repaired, or a failed build where a repair no longer
 * fits.
 */
package coldbench.semantics;
