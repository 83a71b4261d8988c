package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.run.FoldExecutor;
import org.macro2micro.run.RunListener;

/** Each video has one result, whatever was given, lost or done before. */
class BulkPredictTest {
  @TempDir Path folder;
  private final Answering cluster = new Answering();
  private Path list;

  /** Machines that remember what they are asked and answer by the video's name. */
  private static final class Answering implements Cluster {
    private final List<List<String>> asked = new ArrayList<>();
    private int mostAnswers = Integer.MAX_VALUE;

    @Override
    public FoldExecutor folds() {
      return FoldExecutor.here();
    }

    @Override
    public void execute(List<SentCommand> commands, Answers answers) throws IOException {
      // Backwards, since results come in any order.
      for (int i = commands.size() - 1; i >= 0; i--) {
        if (asked.size() == mostAnswers) {
          throw new IOException("the cluster is gone");
        }
        asked.add(commands.get(i).words());
        answers.ended(i, answer(commands.get(i).words()));
      }
    }

    private static SentCommand.Answer answer(List<String> words) {
      String video = words.get(words.size() - 1);
      if (video.endsWith("bad.avi")) {
        return new SentCommand.Answer(1, "{\"failures\":[\"bad.avi: damaged\"]}\n", "a note\n");
      }
      if (video.endsWith("deadly.avi")) {
        return new SentCommand.Answer(1, "", "macro2micro: begun\nthe executor was lost\n");
      }
      return new SentCommand.Answer(0, "{\"said\":\"" + Path.of(video).getFileName() + "\"}\n", "");
    }

    List<String> videos() {
      return asked.stream()
          .map(words -> Path.of(words.get(words.size() - 1)).getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("a.avi", "b.avi", "bad.avi", "deadly.avi")) {
      Files.writeString(folder.resolve(name), name);
    }
    list = folder.resolve("list.txt");
    Files.writeString(list, "b.avi\na.avi\nbad.avi\nb.avi\n./deadly.avi\n");
  }

  @Test
  void eachIsAskedOnceAndHasOneLineInTheOrderGiven() throws Exception {
    BulkPredict.Counts counts = predict("key");
    assertThat(counts).isEqualTo(new BulkPredict.Counts(2, 0, 2));
    assertThat(cluster.videos()).containsExactly("a.avi", "b.avi", "bad.avi", "deadly.avi");
    List<String> words = cluster.asked.get(0);
    assertThat(words.subList(0, 4)).containsExactly("predict", "--spot", "--json", "--out");
    assertThat(words.get(5)).isEqualTo(folder.resolve("m.safetensors").toString());
    List<String> lines = lines();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("\"result\":{\"said\":\"b.avi\"}");
    assertThat(lines.get(1)).contains("\"result\":{\"said\":\"a.avi\"}");
    assertThat(lines.get(2)).contains("\"problem\":\"bad.avi: damaged\"");
    assertThat(lines.get(3)).contains("\"problem\":\"the executor was lost\"");
    assertThat(Files.readAllLines(folder.resolve("out/left-out.txt")))
        .containsExactly(
            "# bad.avi: damaged",
            folder.resolve("bad.avi").toString(),
            "# the executor was lost",
            folder.resolve("deadly.avi").toString());
  }

  @Test
  void startedAgainItAsksOnlyForWhatHasNoResult() throws Exception {
    cluster.mostAnswers = 3;
    assertThatThrownBy(() -> predict("key")).hasMessage("the cluster is gone");
    assertThat(folder.resolve("out/results.jsonl")).doesNotExist();
    assertThat(cluster.videos()).containsExactly("a.avi", "bad.avi", "deadly.avi");
    cluster.asked.clear();
    cluster.mostAnswers = Integer.MAX_VALUE;
    assertThat(predict("key")).isEqualTo(new BulkPredict.Counts(2, 1, 2));
    assertThat(cluster.videos()).containsExactly("b.avi", "bad.avi", "deadly.avi");
    assertThat(lines()).hasSize(4);
  }

  @Test
  void otherSettingsOrAnotherFileOfTheSameNameAreDoneAnew() throws Exception {
    predict("key");
    Path old = Files.writeString(ownFolder("a.avi").resolve("old.html"), "of other settings");
    cluster.asked.clear();
    Files.writeString(folder.resolve("b.avi"), "longer than before");
    assertThat(predict("key").found()).isEqualTo(1);
    assertThat(cluster.videos()).contains("b.avi").doesNotContain("a.avi");
    assertThat(old).exists();
    assertThat(predict("another key").found()).isZero();
    assertThat(old).doesNotExist();
  }

  @Test
  void videosOfTheSameNameHaveFoldersOfTheirOwn() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("a.avi"), "a.avi");
    Files.writeString(list, "a.avi\nother/a.avi\n");
    predict("key");
    try (Stream<Path> folders = Files.list(folder.resolve("out/videos"))) {
      assertThat(folders).hasSize(2);
    }
  }

  private BulkPredict.Counts predict(String key) throws Exception {
    return new BulkPredict(List.of("predict", "--spot"), key, folder.resolve("out"))
        .of(
            Optional.of(folder.resolve("m.safetensors")),
            List.of(list),
            cluster,
            RunListener.silent());
  }

  private Path ownFolder(String video) {
    return folder.resolve("out/videos").resolve(VideoKey.folder(folder.resolve(video)));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("out/results.jsonl"));
  }
}
