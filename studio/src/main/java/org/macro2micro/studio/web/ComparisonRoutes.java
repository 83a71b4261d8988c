package org.macro2micro.studio.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.macro2micro.base.FolderTree;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.exchange.Export;
import org.macro2micro.exchange.ExportFormat;
import org.macro2micro.spot.SpottingScore;
import org.macro2micro.studio.film.FilmResult;
import org.macro2micro.studio.layer.Agreement;
import org.macro2micro.studio.layer.LayerFilm;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;

/**
 * The paths that compare layers with each other and with a truth, and export them to other tools.
 */
final class ComparisonRoutes {
  private static final int MOST_TRUTH_BYTES = 10_000_000;

  private static final Map<ExportFormat, String> TITLES =
      Map.of(
          ExportFormat.BORIS, "BORIS project",
          ExportFormat.EAF, "ELAN document",
          ExportFormat.TEXTGRID, "Praat TextGrid",
          ExportFormat.VTT, "WebVTT subtitles",
          ExportFormat.BIDS, "BIDS events",
          ExportFormat.LABEL_STUDIO, "Label Studio tasks",
          ExportFormat.CSV, "CSV table");

  private final JobRoutes jobs;
  private final LayerRoutes layers;
  private final FilmFolders folders;

  ComparisonRoutes(JobRoutes jobs, LayerRoutes layers, FilmFolders folders) {
    this.jobs = jobs;
    this.layers = layers;
    this.folders = folders;
  }

  private record Format(String word, String title) {}

  private record Formats(List<Format> formats) {}

  private record Score(
      int truePositives,
      int falsePositives,
      int falseNegatives,
      double precision,
      double recall,
      double f1) {}

  void addTo(Routes routes) {
    Formats formats =
        new Formats(
            Arrays.stream(ExportFormat.values())
                .map(
                    format -> new Format(format.word(), TITLES.getOrDefault(format, format.word())))
                .toList());
    routes.get("/api/v1/formats", context -> Answers.json(context, 200, formats));
    routes.get("/api/v1/jobs/{id}/agreement", this::agreement);
    routes.post("/api/v1/jobs/{id}/score", this::score);
    routes.get("/api/v1/jobs/{id}/export", this::export);
  }

  private void agreement(Context context) throws IOException {
    Job job = jobs.done(context);
    FilmResult result = jobs.read(job);
    Answers.json(
        context,
        200,
        Agreement.of(
            layers.intervals(job, result, context.queryParam("a")),
            layers.intervals(job, result, context.queryParam("b"))));
  }

  private LayerFilm film(Context context) throws IOException {
    Job job = jobs.done(context);
    FilmResult result = jobs.read(job);
    return new LayerFilm(
        job.upload().name(), result, layers.intervals(job, result, context.queryParam("layer")));
  }

  private void score(Context context) throws IOException {
    LayerFilm film = film(context);
    byte[] truth = Answers.body(context, MOST_TRUTH_BYTES);
    Path folder = folders.passing();
    try {
      // The file has the service's own name, since names of callers do not become paths.
      Path file = Files.write(folder.resolve("truth"), truth);
      SpottingScore score = film.score(file);
      Answers.json(
          context,
          200,
          new Score(
              score.hits(),
              score.found() - score.hits(),
              score.truths() - score.hits(),
              score.precision(),
              score.recall(),
              score.f1()));
    } catch (DatasetException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw ProblemException.unusable(
          reason
              .replace(folder.resolve("truth").toString(), "The truth file")
              .replace(folder.toString(), ""));
    } finally {
      FolderTree.delete(folder);
    }
  }

  private void export(Context context) throws IOException {
    String word = context.queryParam("format");
    ExportFormat format =
        ExportFormat.of(word == null ? "" : word)
            .orElseThrow(
                () ->
                    ProblemException.unusable(
                        "The format is not known; expected one that /api/v1/formats lists."));
    LayerFilm film = film(context);
    Path folder = folders.passing();
    try {
      List<Path> files = Export.write(format, List.of(film.annotated()), folder);
      boolean isOne = files.size() == 1;
      String name =
          isOne ? String.valueOf(files.get(0).getFileName()) : film.name() + "." + word + ".zip";
      context.header("Content-Disposition", "attachment; filename=\"" + plain(name) + "\"");
      byte[] bytes = isOne ? Files.readAllBytes(files.get(0)) : zipped(files);
      Answers.bytes(context, isOne ? "application/octet-stream" : "application/zip", bytes);
    } catch (IllegalArgumentException e) {
      throw ProblemException.unusable(LayerRoutes.sentence(e));
    } finally {
      FolderTree.delete(folder);
    }
  }

  /** Returns a name that a header can hold as it is, and that can't lead to another folder. */
  static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]+", "_");
    return plain.isEmpty() ? "film" : plain;
  }

  private static byte[] zipped(List<Path> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(plain(String.valueOf(file.getFileName())));
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
