package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the Java program of the README and runs it on clips of the lab. */
class ReadmeProgramTest {
  private static final Pattern PROGRAM = Pattern.compile("(?s)```java\n(.*?)```");

  @TempDir static Path folder;

  @Test
  void theProgramNamesTheExpressionsInClips() throws Exception {
    Path model = folder.resolve("tiny.safetensors");
    Path work = folder.resolve("work");
    new ModelTraining(
            TinyExperiment.of(List.of("rows=[c+s+sam+t+con]")), work, RunListener.silent())
        .write(model);
    Path clips = subject(folder);
    Path page = folder.resolve("page");
    String printed = run(compile(program()), model.toString(), clips.toString(), page.toString());
    assertThat(printed.lines())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith(clips.toString())
                    .matches(".* (negative|positive|surprise)"));
    assertThat(page.resolve("predictions.html")).isNotEmptyFile();
  }

  private static String program() throws IOException {
    Matcher found = PROGRAM.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(found.find()).as("README.md has a block of Java").isTrue();
    String program = found.group(1);
    assertThat(found.find()).as("README.md has one block of Java").isFalse();
    return program;
  }

  /** Returns the folder of one person's clips in the database that the training has drawn. */
  private static Path subject(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.endsWith("Cropped/sub01")).findFirst().orElseThrow();
    }
  }

  private static Class<?> compile(String program) throws Exception {
    Matcher name = Pattern.compile("class (\\w+)").matcher(program);
    assertThat(name.find()).isTrue();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
    URL[] place = {classes.toUri().toURL()};
    return new URLClassLoader(place, ReadmeProgramTest.class.getClassLoader())
        .loadClass(name.group(1));
  }

  private static String run(Class<?> program, String... arguments) throws Exception {
    Method main = program.getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) arguments);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
