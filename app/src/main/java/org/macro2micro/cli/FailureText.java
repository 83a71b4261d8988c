package org.macro2micro.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.nn.EngineStartException;
import org.macro2micro.train.TrainingDivergedException;

/**
 * What went wrong, in one line of text, and whose matter it is.
 *
 * @param kind whose matter it is
 * @param line one line, without the product's name before it
 */
record FailureText(Kind kind, String line) {
  private static final long MEBIBYTE = 1L << 20;
  private static final int MOST_CAUSES = 20;

  /** Whose matter a failure is. */
  enum Kind {
    /** The arguments, the settings or the data can't be used: its user can change them. */
    INPUT,
    /** The machine, the disk or the training failed. */
    FAILED,
    /** Nobody thought of it: it is a fault of the program. */
    FAULT
  }

  static FailureText of(Throwable failure) {
    if (isShortOfMemory(failure)) {
      return new FailureText(Kind.FAILED, outOfMemory(failure));
    }
    Throwable cause = unwrapped(failure);
    if (cause instanceof SettingsException
        || cause instanceof DatasetException
        || cause instanceof InputException) {
      return new FailureText(Kind.INPUT, oneLine(message(cause)));
    }
    if (cause instanceof InvalidPathException path) {
      return new FailureText(Kind.INPUT, oneLine(unusablePath(path)));
    }
    if (cause instanceof InterruptedException
        || cause instanceof ClosedByInterruptException
        || (cause instanceof InterruptedIOException && cause.getMessage() == null)) {
      return new FailureText(
          Kind.FAILED, "it was interrupted before its end; start the same command again");
    }
    if (cause instanceof IOException file) {
      return new FailureText(Kind.FAILED, oneLine(ofFile(file)));
    }
    if (cause instanceof UncheckedIOException
        || cause instanceof TrainingDivergedException
        || cause instanceof EngineStartException) {
      return new FailureText(Kind.FAILED, oneLine(message(cause)));
    }
    return new FailureText(Kind.FAULT, oneLine(unforeseen(cause)));
  }

  /** Returns what others only carry from one thread or call to another. */
  private static Throwable unwrapped(Throwable failure) {
    Throwable found = failure;
    for (int i = 0; i < MOST_CAUSES; i++) {
      Throwable cause = found.getCause();
      boolean carrier =
          found instanceof ExecutionException
              || found instanceof CompletionException
              || found instanceof InvocationTargetException
              || found instanceof UndeclaredThrowableException
              || (found instanceof UncheckedIOException && saysNoMore(found));
      if (cause == null || !carrier) {
        return found;
      }
      found = cause;
    }
    return found;
  }

  private static boolean saysNoMore(Throwable carrier) {
    return carrier.getMessage() == null
        || carrier.getMessage().equals(String.valueOf(carrier.getCause()));
  }

  /** Whether Java's memory or that of a library is full, at whatever depth it was noticed. */
  private static boolean isShortOfMemory(Throwable failure) {
    Throwable found = failure;
    for (int i = 0; i < MOST_CAUSES && found != null; i++) {
      String text = String.valueOf(found.getMessage()).toLowerCase(Locale.ROOT);
      if (found instanceof OutOfMemoryError
          || text.contains("can't allocate memory")
          || text.contains("insufficient memory")
          || text.contains("not enough memory")) {
        return true;
      }
      found = found.getCause();
    }
    return false;
  }

  private static String outOfMemory(Throwable failure) {
    return oneLine(
        "out of memory (%s); Java had %d MiB: give it more with MACRO2MICRO_HEAP=3g before the command, or Java's option -Xmx3g where the launcher is not used; or need less with fewer --jobs, --set memory-mib=N, a smaller preprocess.size or smaller batches"
            .formatted(
                failure.getMessage() == null ? failure.toString() : failure.getMessage(),
                Runtime.getRuntime().maxMemory() / MEBIBYTE));
  }

  /** Returns the message. For a failure whose message is only a path, it says what happened. */
  private static String ofFile(IOException failure) {
    String message = failure.getMessage();
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return "%s: %s".formatted(message, reason(file));
    }
    if (failure instanceof JsonProcessingException text) {
      return "a JSON or YAML text can't be read: " + text.getOriginalMessage();
    }
    if (failure instanceof CharacterCodingException) {
      return "a text can't be read as UTF-8 (%s); save it as UTF-8".formatted(message);
    }
    if (failure instanceof EOFException && message == null) {
      return "a file ends before its content does; it is cut off or damaged";
    }
    if (message != null && message.equals("No space left on device")) {
      return "the disk is full (%s): make room, or name another place with --out"
          .formatted(message);
    }
    return message == null || message.isBlank()
        ? "a file could not be read or written (%s)".formatted(failure.getClass().getSimpleName())
        : message;
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof FileAlreadyExistsException) {
      return "it exists already and is not a folder; name another place";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "access denied";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (failure instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    }
    return failure.getClass().getSimpleName();
  }

  private static String unusablePath(InvalidPathException path) {
    return "\"%s\" can't be used as a name of a file here (%s); if it has letters other than English ones, set LC_ALL=C.UTF-8 before the command"
        .formatted(path.getInput(), path.getReason());
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null || failure.getMessage().isBlank()
        ? failure.getClass().getSimpleName()
        : failure.getMessage();
  }

  /** Returns the name of what was thrown, which tells much where its message does not. */
  private static String unforeseen(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return message == null || message.isBlank() ? name : name + ", " + message;
  }

  /** Returns the text without breaks of lines and other marks that are not letters. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", " ");
  }
}
