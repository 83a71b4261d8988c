package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.macro2micro.dataset.OwnClips;
import org.macro2micro.exchange.AnnotatedFilm;
import org.macro2micro.exchange.Export;
import org.macro2micro.exchange.ExportFormat;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.run.RunListener;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.Footage;

/**
 * Looks for brief movements in long videos, one after the other, and prints and writes what was
 * found.
 *
 * @param spotting what was asked for
 * @param labels in the order of the intervals' scores, or an empty list where nothing is named
 * @param search makes what looks at one video
 * @param folder of the pages
 */
record FilmSearch(
    Terminal terminal,
    SpottingOptions spotting,
    List<String> labels,
    BiFunction<RunListener, BooleanSupplier, VideoPrediction> search,
    Path folder) {

  /** Returns whether all videos could be looked at. */
  boolean of(List<Path> paths, OutputForm form, Cancelling cancelling)
      throws IOException, InputException {
    FaceChoice face = spotting.face();
    List<Footage> all = new ArrayList<>();
    for (Path media : OwnClips.media(paths)) {
      all.add(footage(media, face));
    }
    List<VideoPrediction.Outcome> outcomes = new ArrayList<>();
    List<AnnotatedFilm> films = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Footage footage : all) {
      if (cancelling.isCancelled()) {
        break;
      }
      // Videos with the same name would overwrite each other's pages.
      boolean first = names.add(footage.name());
      Path own = first ? folder : folder.resolve(String.valueOf(outcomes.size() + 1));
      try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
        Path page = own.resolve(footage.name() + ".html");
        if (Files.exists(page)) {
          progress.note("the page of an earlier search is replaced: " + page);
        }
        VideoPrediction.Outcome outcome =
            search
                .apply(progress, cancelling::isCancelled)
                .of(footage, own, spotting.isAnnotating());
        tell(progress, outcome);
        outcomes.add(outcome);
        films.add(AnnotatedFilm.of(outcome.video(), footage.media().toAbsolutePath().toString()));
      } catch (IOException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    List<Path> exported = exported(films, failures);
    VideoOutput.print(terminal, labels, outcomes, exported, failures, form);
    failures.forEach(failure -> terminal.err().println("macro2micro: " + failure + " [left out]"));
    return failures.isEmpty();
  }

  /** Writes what was found for annotation tools; what can't be written is listed. */
  private List<Path> exported(List<AnnotatedFilm> films, List<String> failures)
      throws InputException {
    List<Path> written = new ArrayList<>();
    for (ExportFormat format : films.isEmpty() ? Set.<ExportFormat>of() : spotting.exports()) {
      try {
        written.addAll(Export.write(format, films, folder));
      } catch (IOException e) {
        failures.add("export as %s: %s".formatted(format.word(), e.getMessage()));
      }
    }
    return written;
  }

  private Footage footage(Path media, FaceChoice face) throws IOException, InputException {
    try {
      return new Footage(media, OwnClips.frames(media), spotting.rate(), face);
    } catch (IllegalArgumentException e) {
      throw new InputException("predict: " + e.getMessage());
    }
  }

  private static void tell(ProgressDisplay progress, VideoPrediction.Outcome outcome) {
    String file = outcome.video().file();
    outcome.video().spotting().watched().notes().forEach(n -> progress.note(file + ": " + n));
    outcome.problems().forEach(progress::note);
    progress.note(
        String.format(
            Locale.ROOT,
            "%s: %d frames, %.1f per second",
            file,
            outcome.video().spotting().frames(),
            outcome.framesPerSecond()));
  }
}
