package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.macro2micro.config.SettingsException;
import picocli.CommandLine.Command;

/** Whatever a command throws, a person reads one line that says what to do. */
class FailureReportTest {
  private static final String FAULT = "macro2micro: this is a fault of macro2micro: ";

  /** A command that fails as it is told. */
  @Command(name = "fail")
  static final class Failing implements Callable<Integer> {
    private final Throwable failure;

    Failing(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }
  }

  static Ran ran(Throwable failure) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(out, true), new PrintStream(err, true));
    int code = Main.execute(new String[] {"fail"}, terminal, new Failing(failure));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Stream<Arguments> foreseen() {
    return Stream.of(
        Arguments.of(2, new SettingsException("rows: found none"), "rows: found none"),
        Arguments.of(2, new InputException("run: no file"), "run: no file"),
        Arguments.of(
            2, new ExecutionException(new SettingsException("rows: found none")), "rows: found"),
        Arguments.of(2, unusablePath(), "can't be used as a name of a file here"),
        Arguments.of(1, new IOException("cannot write X\n  of two lines"), "write X of two lines"),
        Arguments.of(1, new IOException(), "could not be read or written (IOException)"),
        Arguments.of(1, new IOException("No space left on device"), "the disk is full"),
        Arguments.of(1, new EOFException(), "cut off"),
        Arguments.of(1, new NoSuchFileException("/a/b"), "/a/b: no such file or folder"),
        Arguments.of(1, new AccessDeniedException("/a/b"), "/a/b: access denied"),
        Arguments.of(1, new NotDirectoryException("/a/b"), "/a/b: it is not a folder"),
        Arguments.of(1, new FileSystemLoopException("/a/b"), "/a/b: its links lead in a circle"),
        Arguments.of(
            1, new FileSystemException("/a/b", null, "Read-only file system"), "Read-only file"),
        Arguments.of(1, new MalformedInputException(1), "save it as UTF-8"),
        Arguments.of(1, unreadableJson(), "a JSON or YAML text can't be read: Unexpected"),
        Arguments.of(
            1, new UncheckedIOException(new AccessDeniedException("/a/b")), "/a/b: access denied"),
        Arguments.of(
            1,
            new CompletionException(new UncheckedIOException(new NoSuchFileException("/a/b"))),
            "/a/b: no such file"),
        Arguments.of(
            1, new UncheckedIOException("clip 7 of sub01", new IOException("x")), "clip 7 of"),
        Arguments.of(1, new InterruptedException(), "it was interrupted before its end"),
        Arguments.of(1, new ClosedByInterruptException(), "it was interrupted before its end"),
        Arguments.of(1, new OutOfMemoryError("Java heap space"), "MACRO2MICRO_HEAP=3g"),
        Arguments.of(
            1, new IllegalStateException(new OutOfMemoryError("Java heap space")), "memory-mib"),
        Arguments.of(
            1,
            new EngineException("[enforce fail] DefaultCPUAllocator: can't allocate memory"),
            "out of memory"),
        Arguments.of(
            1, new RuntimeException("OpenCV(4.11) (-4:Insufficient memory) in 'x'"), "out of"));
  }

  @ParameterizedTest
  @MethodSource("foreseen")
  void whatIsForeseenIsOneLine(int code, Throwable failure, String part) {
    Ran ran = ran(failure);
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err())
        .startsWith("macro2micro: ")
        .contains(part)
        .doesNotContain("this is a fault");
  }

  static Stream<Throwable> unforeseen() {
    return Stream.of(
        new NullPointerException(),
        new IllegalStateException("a state\nof two lines"),
        new IllegalArgumentException("an argument"),
        new ArrayIndexOutOfBoundsException(7),
        new RuntimeException("OpenCV(4.11.0) error: (-215:Assertion failed) !_src.empty()\n\tat x"),
        new EngineException("shape mismatch"),
        new CompletionException(new NullPointerException()),
        new CloneNotSupportedException(),
        new StackOverflowError(),
        new AssertionError("never"),
        new AssertionError(),
        new NoClassDefFoundError("org/example/X"),
        new UnsatisfiedLinkError("no jniopencv_core in java.library.path"),
        new ExceptionInInitializerError(new IllegalStateException("within")));
  }

  @ParameterizedTest
  @MethodSource("unforeseen")
  void whatIsUnforeseenIsOneLineAndItsTraceIsInAFile(Throwable failure) throws IOException {
    Ran ran = ran(failure);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).startsWith(FAULT).doesNotContain("\tat ");
    Path file = Path.of(ran.err().substring(ran.err().lastIndexOf(' ') + 1).strip());
    assertThat(Files.readString(file))
        .contains(failure.getClass().getName())
        .contains("\tat ")
        .contains("java.version");
    Files.delete(file);
  }

  @Test
  void aTraceThatCannotBeKeptIsSaidSo(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    // Java asks for the folder of temporary files once, so this needs a process of its own.
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder.resolve("none"),
                "-cp",
                System.getProperty("java.class.path"),
                Fails.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines()).hasSize(1);
    assertThat(said)
        .startsWith(FAULT + "NullPointerException; its trace could not be written to ")
        .contains("-Dmacro2micro.trace=true");
  }

  /** Runs the command that fails. */
  static final class Fails {
    private Fails() {}

    public static void main(String[] arguments) {
      Terminal terminal = new Terminal(System.out, System.err);
      System.exit(
          Main.execute(new String[] {"fail"}, terminal, new Failing(new NullPointerException())));
    }
  }

  @Test
  void theTraceIsPrintedWhereItIsAskedFor() {
    System.setProperty("macro2micro.trace", "true");
    try {
      assertThat(ran(new IOException("x")).err()).contains("\tat ");
    } finally {
      System.clearProperty("macro2micro.trace");
    }
  }

  @Test
  void aFullStandardOutputIsNoSuccess() throws Exception {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
    Process process =
        new ProcessBuilder(Ran.command("methods"))
            .redirectOutput(full.toFile())
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines()).hasSize(1);
    assertThat(said).startsWith("macro2micro: cannot write to standard output");
  }

  private static RuntimeException unusablePath() {
    return new java.nio.file.InvalidPathException("frames-\uFFFD", "Malformed input");
  }

  private static JsonProcessingException unreadableJson() {
    try {
      new ObjectMapper().readTree("{\"a\": }");
      throw new AssertionError("such a text was read");
    } catch (JsonProcessingException e) {
      return e;
    }
  }
}
