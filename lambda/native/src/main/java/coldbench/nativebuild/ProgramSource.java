package coldbench.nativebuild;

import coldbench.semantics.CSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the C of a program comes from. */
sealed interface ProgramSource {
  /** Of everything that decides what the C is. */
  String fingerprint() throws IOException;

  /** The C, made where something changed: a file that includes all others. */
  Path unit(BuildSteps steps) throws BuildException, IOException;

  /** What libraries bring along for it; it has been made. */
  List<NativePart> parts(BuildSteps steps) throws IOException;

  /** How long it took to make the C, when that was done last. */
  double seconds(BuildSteps steps) throws IOException;

  /** Java, by way of TeaVM, into {@code c/}. */
  record Java(JavaToC javaToC, List<Path> classPath) implements ProgramSource {
    private static final String STEP = "c";

    @Override
    public String fingerprint() throws IOException {
      Fingerprint fingerprint = new Fingerprint().add(javaToC.toString());
      fingerprint.add(System.getProperty("native.accept", "")); // what is refused
      fingerprint.add(System.getProperty("java.vendor") + " " + Runtime.version()); // its classes
      for (Path entry : classPath) {
        fingerprint.add(entry);
      }
      return fingerprint.hex();
    }

    @Override
    public Path unit(BuildSteps steps) throws BuildException, IOException {
      Path c = steps.folder().resolve(STEP);
      String wanted = fingerprint();
      if (!steps.isMade(STEP, wanted, c)) {
        long start = System.nanoTime();
        javaToC.run(c);
        CSources.prepare(c);
        steps.finish(STEP, wanted, c, "Java to C", start, 0);
      }
      return CSources.prepare(c);
    }

    @Override
    public List<NativePart> parts(BuildSteps steps) throws IOException {
      Path folder = steps.folder();
      return NativePart.used(folder.resolve(STEP), classPath, folder.resolve("parts"));
    }

    @Override
    public double seconds(BuildSteps steps) throws IOException {
      return steps.seconds(STEP);
    }
  }

  /** One file of C. */
  record C(Path file) implements ProgramSource {
    @Override
    public String fingerprint() throws IOException {
      return new Fingerprint().add(file).hex();
    }

    @Override
    public Path unit(BuildSteps steps) throws BuildException {
      if (!Files.isRegularFile(file)) {
        throw new BuildException("the program " + file + " is not there");
      }
      return file;
    }

    @Override
    public List<NativePart> parts(BuildSteps steps) {
      return List.of();
    }

    @Override
    public double seconds(BuildSteps steps) {
      return 0;
    }
  }
}
