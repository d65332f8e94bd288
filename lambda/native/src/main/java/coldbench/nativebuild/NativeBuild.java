package coldbench.nativebuild;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import coldbench.semantics.CSources;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole way, and only as far as something changed. Below {@code folder}: {@code c/} has the C
 * sources, {@code <architecture>/bootstrap} the results, {@code <step>.fingerprint} what they were
 * made of.
 */
record NativeBuild(
    JavaToC javaToC,
    List<Path> classPath,
    CToExecutable cToExecutable,
    Path folder,
    PrintStream progress) {
  void run(List<Architecture> architectures) throws BuildException, IOException {
    String java = javaFingerprint();
    for (Architecture architecture : architectures) {
      Path executable = folder.resolve(architecture.lambdaName).resolve("bootstrap");
      String wanted = new Fingerprint().add(java).add(cToExecutable.identity(architecture)).hex();
      Path stamp = folder.resolve(architecture.lambdaName + ".fingerprint");
      if (isMade(stamp, wanted, executable)) {
        continue;
      }
      Path source = generateC(java);
      long start = System.nanoTime();
      Path made = folder.resolve(architecture.lambdaName + ".part");
      cToExecutable.run(architecture, source, made);
      if (!made.toFile().setExecutable(true, false)) {
        throw new BuildException("cannot make " + made + " executable");
      }
      Files.createDirectories(folder.resolve(architecture.lambdaName));
      Files.move(made, executable, ATOMIC_MOVE, REPLACE_EXISTING);
      tell("C to " + architecture.lambdaName, start);
      Files.writeString(stamp, wanted + " " + new Fingerprint().add(executable).hex());
    }
  }

  private String javaFingerprint() throws IOException {
    Fingerprint fingerprint = new Fingerprint().add(javaToC.toString());
    for (Path entry : classPath) {
      fingerprint.add(entry);
    }
    return fingerprint.hex();
  }

  private Path generateC(String wanted) throws BuildException, IOException {
    Path c = folder.resolve("c");
    Path stamp = folder.resolve("c.fingerprint");
    if (!isMade(stamp, wanted, c)) {
      long start = System.nanoTime();
      javaToC.run(c);
      CSources.prepare(c);
      tell("Java to C", start);
      Files.writeString(stamp, wanted + " " + new Fingerprint().add(c).hex());
    }
    return CSources.prepare(c);
  }

  private static boolean isMade(Path stamp, String wanted, Path result) throws IOException {
    return Files.exists(stamp)
        && Files.exists(result)
        && Files.readString(stamp).equals(wanted + " " + new Fingerprint().add(result).hex());
  }

  private void tell(String step, long startNanos) {
    progress.printf("native: %s, %.1f s%n", step, (System.nanoTime() - startNanos) / 1e9);
  }
}
