package org.macro2micro.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macro2micro.base.FolderTree;
import org.macro2micro.base.WholeFile;
import org.macro2micro.dataset.OwnClips;
import org.macro2micro.run.RunListener;

/**
 * Predicts many clips or long videos on a cluster, a command each. Each has a folder of its own in
 * {@code videos/}, with what the command writes and a {@code result.json}, which is written last
 * and only once: whoever starts the same again has only those done that are without one. {@code
 * results.jsonl} has a line for each, in the order given, and {@code left-out.txt} is a list of
 * those that can't be used.
 */
final class BulkPredict {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RESULT = "result.json";

  private final List<String> words;
  private final String key;
  private final Path out;

  /**
   * @param words the command without its paths and its form
   * @param key of all that determines the results but the videos
   * @param out holds the results
   */
  BulkPredict(List<String> words, String key, Path out) {
    this.words = words;
    this.key = key;
    this.out = out;
  }

  /**
   * How many there are.
   *
   * @param named those with a result
   * @param found those of them whose result was there
   * @param leftOut those that can't be used
   */
  record Counts(int named, int found, int leftOut) {}

  /** One clip or video, and what its results depend on. */
  private record Item(Path media, Path folder, String key) {}

  /**
   * Has them predicted.
   *
   * @param model as the command is given it, if it is given one
   * @param given folders of frames, videos, folders of them, or lists
   * @throws IOException if a path leads nowhere, or a file can't be written
   */
  Counts of(Optional<Path> model, List<Path> given, Cluster cluster, RunListener listener)
      throws IOException, InterruptedException {
    List<Item> items = new ArrayList<>();
    List<Item> missing = new ArrayList<>();
    for (Path media : media(given)) {
      Item item = item(media);
      items.add(item);
      if (found(item).filter(result -> result.has("result")).isEmpty()) {
        missing.add(item);
        // What other settings have left there would lie beside the new results.
        FolderTree.delete(item.folder);
      }
    }
    listener.begin("predict on the cluster", missing.size());
    int[] done = {0};
    cluster.execute(
        missing.stream().map(item -> command(model, item)).toList(),
        (number, answer) -> {
          keep(missing.get(number), answer);
          listener.done(++done[0]);
        });
    return gathered(items, items.size() - missing.size());
  }

  /** Each once, however often it was given. */
  private static Set<Path> media(List<Path> given) throws IOException {
    Set<Path> media = new LinkedHashSet<>();
    for (Path path : OwnClips.media(given)) {
      media.add(path.toAbsolutePath().normalize());
    }
    return media;
  }

  private Item item(Path media) throws IOException {
    return new Item(
        media, out.resolve("videos").resolve(VideoKey.folder(media)), VideoKey.of(key, media));
  }

  private SentCommand command(Optional<Path> model, Item item) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--json", "--out", item.folder.toString()));
    model.ifPresent(weights -> all.add(weights.toAbsolutePath().toString()));
    all.add(item.media.toString());
    return new SentCommand(all);
  }

  private static void keep(Item item, SentCommand.Answer answer) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("video", item.media.toString()).put("key", item.key);
    JsonNode said = said(answer);
    if (answer.code() == 0 && said.isObject()) {
      line.set("result", said);
    } else {
      line.put("problem", problem(said, answer));
    }
    // Prepared clips serve a second command in the same folder, and here each has its own.
    FolderTree.delete(item.folder.resolve("prepared"));
    WholeFile.write(item.folder.resolve(RESULT), JSON.writeValueAsBytes(line));
  }

  private static JsonNode said(SentCommand.Answer answer) throws IOException {
    try {
      return JSON.readTree(answer.out());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** Why there is no result: what the command lists, or else its last words. */
  private static String problem(JsonNode said, SentCommand.Answer answer) {
    for (String list : List.of("failures", "problems")) {
      if (!said.path(list).isEmpty()) {
        return said.path(list).get(0).asText();
      }
    }
    String err = answer.err().strip();
    return err.isEmpty()
        ? "the command ended with exit code %d and without a word".formatted(answer.code())
        : err.substring(err.lastIndexOf('\n') + 1);
  }

  private static Optional<JsonNode> found(Item item) throws IOException {
    Path file = item.folder.resolve(RESULT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode result = JSON.readTree(file.toFile());
    return Optional.of(result).filter(line -> line.path("key").asText().equals(item.key));
  }

  private Counts gathered(List<Item> items, int found) throws IOException {
    int[] leftOut = {0};
    StringBuilder list = new StringBuilder();
    WholeFile.write(
        out.resolve("results.jsonl"),
        part -> {
          try (var lines = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            for (Item item : items) {
              JsonNode result =
                  found(item)
                      .orElseThrow(
                          () ->
                              new IOException(
                                  "%s: its %s is not in %s, although it was reported as done; start the same command again"
                                      .formatted(item.media, RESULT, item.folder)));
              lines.append(JSON.writeValueAsString(result)).append('\n');
              if (result.has("problem")) {
                leftOut[0]++;
                list.append("# ").append(result.path("problem").asText()).append('\n');
                list.append(item.media).append('\n');
              }
            }
          }
        });
    WholeFile.write(out.resolve("left-out.txt"), list.toString().getBytes(StandardCharsets.UTF_8));
    return new Counts(items.size() - leftOut[0], found, leftOut[0]);
  }
}
