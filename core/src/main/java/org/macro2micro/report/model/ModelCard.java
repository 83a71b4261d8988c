package org.macro2micro.report.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macro2micro.base.WholeFile;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.metric.Score;
import org.macro2micro.report.NumberText;

/**
 * What people must know of a model before they use it, as Markdown with a head in YAML that model
 * hubs read. It knows no clock: the same training gives the same bytes.
 *
 * @param name of the model, as its file is called
 * @param method what was trained, in a sentence
 * @param record what lies beside the weights
 * @param data what it has learnt from, the micro-expressions first
 * @param selection which epoch's model is tested, in words
 * @param measured scores of models trained like it, each on the person it has not seen, or nothing
 *     if they were not measured
 */
public record ModelCard(
    String name,
    String method,
    ModelRecord record,
    List<LearntData> data,
    String selection,
    Optional<RowScores> measured) {
  public ModelCard {
    data = List.copyOf(data);
  }

  /** Where the card of a model lies: MODEL.md beside MODEL.safetensors. */
  public static Path beside(Path weights) {
    String file = String.valueOf(weights.getFileName());
    return weights.resolveSibling(file.replaceFirst("\\.safetensors$", "") + ".md");
  }

  /** Writes the card whole or not at all. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, text().getBytes(StandardCharsets.UTF_8));
  }

  /** The whole card. */
  public String text() {
    StringBuilder text = new StringBuilder(CardHead.of(this));
    text.append("\n# ").append(plain(name)).append("\n\n");
    text.append(
        "This model names the expression that a short clip of one face shows: %s. %s\n"
            .formatted(plain(String.join(", ", record.labels())), plain(method)));
    section(text, "Intended use", CardTerms.INTENDED);
    section(text, "What it must not be used for", CardTerms.FORBIDDEN);
    section(text, "What it has learnt from", learnt());
    section(text, "How well it does", scores());
    section(text, "Whom it was and was not tested on", groups());
    section(text, "Where it comes from", origin());
    section(text, "What is kept", CardTerms.RETENTION);
    return text.toString();
  }

  private static void section(StringBuilder text, String title, String body) {
    text.append("\n## ").append(title).append("\n\n").append(body);
  }

  private String learnt() {
    StringBuilder text = new StringBuilder();
    text.append("| database | expressions | clips | people | clips by class |\n");
    text.append("|---|---|---|---|---|\n");
    for (LearntData part : data) {
      text.append(
          "| %s%s | %s | %d | %d | %s |\n"
              .formatted(
                  part.database().shortName(),
                  part.isGenerated() ? " (generated faces)" : "",
                  switch (part.database().kind()) {
                    case MICRO -> "micro";
                    case MACRO -> "macro";
                  },
                  part.all(),
                  part.people(),
                  plain(part.classes())));
    }
    if (data.stream().anyMatch(part -> !part.isGenerated())) {
      text.append(
          "\nA database is known by its layout: whether the folder held the original or other clips in the same layout was not checked. The terms of each database bind its clips, and may bind what was learnt from them.\n");
    }
    return text.toString();
  }

  private String scores() {
    if (measured.isEmpty()) {
      return record.heldOut().isEmpty()
          ? "Its scores are not known: it was trained on all clips, so no clip is left to test it on. `macro2micro run` with the same settings measures models trained like it, each on a person it has not seen.\n"
          : "Its scores are not known: the run that trained it had not ended when this card was written.\n";
    }
    RowScores scores = measured.get();
    StringBuilder text = new StringBuilder();
    text.append(
        "Protocol: one person is held out at a time, a model is trained on all others, and the predictions of all %d clips of %d people are scored together. This model is one of them; the scores are those of all. Selection of the epoch: %s.\n\n"
            .formatted(scores.clips(), scores.subjects(), selection));
    text.append("| clips | score | value | 95% interval over people |\n|---|---|---|---|\n");
    for (String part : scores.parts()) {
      for (Score score : Score.values()) {
        var found = scores.score(part, score);
        text.append(
            "| %s | %s | %s | %s |\n"
                .formatted(
                    part.equals(Scoreboard.ALL) ? "all" : plain(part),
                    score == Score.ACCURACY ? "accuracy" : score.key().toUpperCase(Locale.ROOT),
                    NumberText.score(found.mean()),
                    NumberText.interval(found.interval())));
      }
    }
    scores.notes().forEach(note -> text.append('\n').append(plain(note)).append('\n'));
    return text.toString();
  }

  private String groups() {
    List<String> lines = new ArrayList<>();
    for (LearntData part : data) {
      lines.add(part.shown());
    }
    lines.add(
        record.heldOut().isEmpty()
            ? "It was not tested on anybody."
            : "It has not seen %s, and was tested on this person alone; the table above joins all people."
                .formatted(plain(String.join(", ", record.heldOut()))));
    lines.add(CardTerms.UNTESTED);
    StringBuilder text = new StringBuilder();
    lines.stream().distinct().forEach(line -> text.append("- ").append(line).append('\n'));
    return text.toString();
  }

  private String origin() {
    StringBuilder text = new StringBuilder("| | |\n|---|---|\n");
    row(text, "row", record.row().toString());
    row(text, "macro2micro", record.origin().productVersion());
    row(text, "Java", record.origin().javaVersion());
    row(text, "platform", record.origin().platform());
    record.origin().libraries().forEach((library, version) -> row(text, library, version));
    row(text, "seeds", seeds());
    record.origin().dataDigests().forEach((part, digest) -> row(text, "clips, " + part, digest));
    row(text, "digest of settings and data", record.key());
    row(text, "SHA-256 of the weights", record.weightsSha256());
    text.append("\nEvery setting stands in the JSON file of the same name.\n");
    return text.toString();
  }

  private String seeds() {
    return record.origin().seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| %s | %s |\n".formatted(plain(name), plain(value)));
  }

  /** Text that stands in Markdown for itself: names come from files and folders. */
  private static String plain(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replaceAll("[\\r\\n]+", " ")
        .replaceAll("([`*_\\[\\]])", "\\\\$1");
  }
}
