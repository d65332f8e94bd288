package coldbench.semantics;

import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Whole classes of the JDK, by classes of ours of the same name below {@value #PACKAGE}. */
public final class LibraryClasses extends SimpleSubstitutionPolicy {
  static final String PACKAGE = "coldbench.semantics.classes";

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(inPackage("java", true)).packagePrefix(PACKAGE);
    sink.selectClasses(inPackage("javax", true)).packagePrefix(PACKAGE);
  }
}
