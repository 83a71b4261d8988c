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
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;

/**
 * Compiles the Java programs of README and examples, and runs them on clips and films of the lab.
 */
class JavaExamplesTest {
  private static final Pattern PROGRAM = Pattern.compile("(?s)```java\n(.*?)```");

  private static final Path EMBED = Path.of("..", "examples", "embed");

  @TempDir static Path folder;
  private static Path model;

  @BeforeAll
  static void train() throws Exception {
    model = folder.resolve("tiny.safetensors");
    new ModelTraining(
            TinyExperiment.of(List.of("rows=[c+s+sam+t+con]")),
            folder.resolve("work"),
            RunListener.silent())
        .write(model);
  }

  @Test
  void theExampleNamesAClipAndFindsTheMovementOfALongVideo() throws Exception {
    Path films = folder.resolve("films");
    LabFilms.write(
        new FilmSettings(1, 8, 25, 240, 180, FilmSettings.Rates.SILENT, 8),
        films,
        (done, all) -> {});
    Path clip;
    try (Stream<Path> all = Files.list(subject(folder))) {
      clip = all.filter(Files::isDirectory).sorted().findFirst().orElseThrow();
    }
    Path pages = folder.resolve("pages");
    String video = films.resolve("video001.avi").toString();
    String program = Files.readString(EMBED.resolve("src/org/example/Embed.java"));
    List<String> said =
        run(compile(program), model.toString(), clip.toString(), video, pages.toString())
            .lines()
            .toList();
    assertThat(said).hasSize(3);
    assertThat(said.get(0)).matches("(negative|positive|surprise) \\[.*]");
    assertThat(said.get(1)).matches("0:0\\d\\.\\d{3} (negative|positive|surprise)");
    assertThat(said.get(2)).startsWith("SpottedInterval[onset=");
    assertThat(pages.resolve("movements/video001.avi.html")).isNotEmptyFile();
  }

  /** What the library's page shows is what is compiled. */
  @Test
  void thePageOfTheLibraryShowsTheExample() throws IOException {
    String page = Files.readString(Path.of("src/main/java/org/macro2micro/run/package-info.java"));
    List<String> example =
        Files.readString(EMBED.resolve("src/org/example/Embed.java"))
            .lines()
            .map(String::strip)
            .toList();
    Matcher code = Pattern.compile("(?s)<pre>\\{@code\n(.*?) \\* }</pre>").matcher(page);
    int blocks = 0;
    while (code.find()) {
      blocks++;
      List<String> lines =
          code.group(1).lines().map(line -> line.replaceFirst("^ \\*", "").strip()).toList();
      assertThat(Collections.indexOfSubList(example, lines)).as(code.group(1)).isNotNegative();
    }
    assertThat(blocks).isEqualTo(3);
  }

  @Test
  void theExampleAsksForThisVersion() throws IOException {
    Pattern version = Pattern.compile("<artifactId>core</artifactId>\\s*<version>([^<]+)<");
    Matcher asked = version.matcher(Files.readString(EMBED.resolve("pom.xml")));
    assertThat(asked.find()).isTrue();
    assertThat(asked.group(1)).isEqualTo(Product.version());
  }

  @Test
  void theProgramNamesTheExpressionsInClips() throws Exception {
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
    Matcher name = Pattern.compile("class (\\w+) \\{").matcher(program);
    assertThat(name.find()).isTrue();
    Matcher home = Pattern.compile("package ([\\w.]+);").matcher(program);
    String prefix = home.find() ? home.group(1) + "." : "";
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
    return new URLClassLoader(place, JavaExamplesTest.class.getClassLoader())
        .loadClass(prefix + name.group(1));
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
