package coldbench.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What an exception says to a person, who is never told {@code null} or a file's name alone. */
final class Reason {
  private Reason() {}

  static String of(Throwable thrown) {
    if (thrown instanceof FileSystemException file) {
      return ofFile(file);
    }
    String message = thrown.getMessage();
    Throwable cause = thrown.getCause();
    if (message == null || (cause != null && message.equals(cause.toString()))) {
      return cause == null ? nameOf(thrown) : of(cause);
    }
    return thrown instanceof Error ? thrown.getClass().getSimpleName() + ": " + message : message;
  }

  /** The JDK's message is the file, and a reason only where the system gave one. */
  private static String ofFile(FileSystemException e) {
    String reason = e.getReason() == null ? kind(e) : e.getReason();
    return e.getFile() == null ? reason : reason + " (" + e.getFile() + ")";
  }

  private static String kind(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof FileAlreadyExistsException) {
      return "a file of that name exists";
    } else if (e instanceof NotDirectoryException) {
      return "not a folder";
    } else if (e instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    return nameOf(e);
  }

  /** All that there is to say where nothing was said: what it is called, and where it came from. */
  private static String nameOf(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
