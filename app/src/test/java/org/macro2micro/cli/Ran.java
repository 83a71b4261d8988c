package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one call of the command line gave: exit code, standard output and standard error. */
record Ran(int code, String out, String err) {
  static Ran of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.execute(arguments, new PrintStream(out, true), new PrintStream(err, true));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Draws a small database of three people. */
  static void draw(String layout, Path root) {
    Ran drawn =
        of(
            "lab",
            layout,
            root.toString(),
            "--subjects",
            "3",
            "--clips",
            "5",
            "--frames",
            "4",
            "--size",
            "32");
    assertThat(drawn.code()).as(drawn.err()).isZero();
  }

  /** The command that makes the same call in a process of its own, which can be killed. */
  static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // It lives for seconds, in which the thorough compiler costs more than it saves.
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The one JSON object that a successful call printed, and nothing beside it. */
  JsonNode json() throws IOException {
    assertThat(code).as(err).isZero();
    assertThat(out.strip().lines()).hasSize(1);
    return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(out);
  }
}
