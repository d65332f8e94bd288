package coldbench.nativebuild;

import coldbench.semantics.ExactTryRanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Java bytecode to C, by TeaVM. Source: https://teavm.org
 *
 * @param minHeapMb the heap the program starts with
 * @param maxHeapMb the heap beyond which it runs out of memory
 */
record JavaToC(String mainClass, int minHeapMb, int maxHeapMb) {
  /** Writes the C sources into an emptied folder; {@code all.c} includes all others. */
  void run(Path folder) throws BuildException, IOException {
    FileTree.delete(folder);
    Files.createDirectories(folder);
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(TeaVMTargetType.C);
    tool.setMainClass(mainClass);
    tool.setTargetDirectory(folder.toFile());
    tool.setClassLoader(new ExactTryRanges(JavaToC.class.getClassLoader()));
    tool.setOptimizationLevel(TeaVMOptimizationLevel.FULL);
    tool.setObfuscated(false); // stack traces keep their names
    tool.setAssertionsRemoved(true);
    tool.setShortFileNames(true);
    tool.setHeapDump(false);
    tool.setMinHeapSize(minHeapMb << 20);
    tool.setMaxHeapSize(maxHeapMb << 20);
    tool.setLog(new EmptyTeaVMToolLog());
    try {
      tool.generate();
    } catch (TeaVMToolException e) {
      throw new BuildException("TeaVM failed: " + e);
    } catch (UncheckedIOException e) {
      throw new BuildException(
          "a class of the program cannot be read ("
              + e.getCause()
              + "): a jar on its class path is damaged, or was written by another build just now."
              + " Build again");
    } catch (RuntimeException | AssertionError e) {
      throw new BuildException(
          "TeaVM cannot cope with this program: "
              + e
              + ". If it says above which method it was optimizing, write that one otherwise, such as"
              + " in two. It failed at "
              + (e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0]));
    }
    List<Problem> problems = tool.getProblemProvider().getSevereProblems();
    if (!problems.isEmpty()) {
      throw new BuildException(
          new Problems(tool.getDependencyInfo(), mainClass).describe(problems));
    }
  }
}
