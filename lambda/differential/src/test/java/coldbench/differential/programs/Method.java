package coldbench.differential.programs;

import java.util.List;

/** A generated static method. It calls only those that were generated before it. */
record Method(String name, Type result, List<Type> parameters) {}
