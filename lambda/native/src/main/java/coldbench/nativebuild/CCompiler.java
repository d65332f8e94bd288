package coldbench.nativebuild;

import java.io.IOException;
import java.util.List;

/** Something that understands GCC's options. */
interface CCompiler {
  /** What decides its output, for the fingerprint; finding out fetches nothing. */
  String identity(Architecture architecture) throws BuildException, IOException;

  /** The command for an architecture, up to its options. May fetch the compiler. */
  List<String> command(Architecture architecture) throws BuildException, IOException;
}
