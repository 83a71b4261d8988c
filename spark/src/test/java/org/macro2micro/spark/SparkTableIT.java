package org.macro2micro.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.SentCommand;

/** A table whose executors are killed is the table of one process, digit for digit. */
class SparkTableIT {
  private static final int FOLDS = 6;
  private static final List<String> FORMS = List.of("md", "tex", "csv", "json", "txt");

  @TempDir static Path folder;

  @Test
  void executorsKilledInTheMiddleLeaveTheTableAsItIs() throws Exception {
    draw("casme2", FOLDS);
    draw("ckplus", 4);
    Submitted table = Submitted.start(folder, "spark", command("spark"));
    Set<Long> killed = new HashSet<>();
    for (int kept : new int[] {1, 4}) {
      killed.add(killOne(table, kept));
    }
    SentCommand.Answer serial = new SentCommand(command("serial")).run();
    assertThat(serial.code()).as(serial.err()).isZero();
    String printed = table.printed();

    assertThat(killed).hasSize(2);
    assertThat(table.said("Lost executor")).isGreaterThanOrEqualTo(2);
    assertThat(table.said("Lost task")).isGreaterThanOrEqualTo(1);
    assertThat(printed.replace("/spark/", "/serial/")).isEqualTo(serial.out());
    TreeMap<String, Path> ours = results("spark");
    assertThat(ours.keySet()).isEqualTo(results("serial").keySet());
    assertThat(ours.keySet()).contains("table.json", "table-data.json").hasSizeGreaterThan(8);
    for (String name : ours.keySet()) {
      assertThat(ours.get(name))
          .as(name)
          .hasSameBinaryContentAs(folder.resolve("serial").resolve(name));
    }
    assertThat(foldFiles()).isEqualTo(3 * FOLDS);
  }

  /** Tables and what every row said of every clip: all but times, and what is kept for a retry. */
  private static TreeMap<String, Path> results(String name) throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    Path root = folder.resolve(name);
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(file -> isResult(String.valueOf(file.getFileName())))
          .forEach(file -> files.put(root.relativize(file).toString(), file));
    }
    return files;
  }

  private static boolean isResult(String name) {
    return name.startsWith("table") || name.equals("predictions.jsonl") || name.endsWith(".clip");
  }

  /** Kills an executor once there are results of this many folds and two executors. */
  private static long killOne(Submitted table, int kept) throws Exception {
    List<ProcessHandle> executors = table.executors();
    while (table.process().isAlive() && (foldFiles() < kept || executors.size() < 2)) {
      Thread.sleep(20);
      executors = table.executors();
    }
    assertThat(table.process().isAlive()).as(Files.readString(table.log())).isTrue();
    ProcessHandle victim = executors.get(0);
    victim.destroyForcibly();
    victim.onExit().join();
    return victim.pid();
  }

  private static long foldFiles() throws IOException {
    Path root = folder.resolve("spark");
    if (!Files.exists(root)) {
      return 0;
    }
    try (Stream<Path> files = Files.find(root, 10, (file, about) -> about.isRegularFile())) {
      return files.filter(f -> f.toString().matches(".*/folds/.*/[^.][^/]*\\.json")).count();
    } catch (java.io.UncheckedIOException changing) {
      return 0; // A file was gone before it was looked at.
    }
  }

  private static void draw(String layout, int people) {
    List<String> words = new ArrayList<>(List.of("lab", layout, folder.resolve(layout).toString()));
    words.addAll(List.of("--subjects", "" + people, "--clips", "4", "--frames", "4"));
    words.addAll(List.of("--size", "32"));
    SentCommand.Answer drawn = new SentCommand(words).run();
    assertThat(drawn.code()).as(drawn.err()).isZero();
  }

  private static List<String> command(String out) {
    return List.of(
        "table",
        "2",
        "--casme2",
        folder.resolve("casme2").toString(),
        "--ckplus",
        folder.resolve("ckplus").toString(),
        "--size",
        "tiny",
        "--rows",
        "c,c+s,c+s+con",
        "--out",
        folder.resolve(out).toString());
  }
}
