package org.macro2micro.studio.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.studio.analysis.AnalysisMain;
import org.macro2micro.studio.analysis.FilmTask;
import org.macro2micro.studio.analysis.RefusedFilm;
import org.macro2micro.studio.film.FilmResult;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;

/** Has a process of its own look at each film. */
final class Analyst {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServeSettings.Limits limits;
  private final FilmFolders folders;
  private final Models models;
  private final Class<?> mainClass;

  Analyst(ServeSettings.Limits limits, FilmFolders folders, Models models) {
    this(limits, folders, models, AnalysisMain.class);
  }

  /**
   * @param mainClass what the process runs
   */
  Analyst(ServeSettings.Limits limits, FilmFolders folders, Models models, Class<?> mainClass) {
    this.limits = limits;
    this.folders = folders;
    this.models = models;
    this.mainClass = mainClass;
  }

  /** The work at one film, which another thread may cancel. */
  final class Work implements AutoCloseable {
    private final Path out;
    private final BoundedProcess process;

    private Work(Path out, BoundedProcess process) {
      this.out = out;
      this.process = process;
    }

    void cancel() {
      process.cancel();
    }

    long pid() {
      return process.pid();
    }

    /**
     * Waits until the process has looked at the film.
     *
     * @param told takes the phase, and how much of it is done, from 0 to 1
     * @return why the job failed, or nothing if it has a result
     */
    Optional<Job.Failure> await(BiConsumer<String, Double> told) throws InterruptedException {
      AtomicReference<String> phase = new AtomicReference<>("starting");
      AtomicReference<Job.Failure> refusal = new AtomicReference<>();
      BoundedProcess.End end =
          process.await(
              line -> {
                String[] words = line.split(" ", 3);
                if (line.startsWith("phase ")) {
                  phase.set(line.substring("phase ".length()));
                  told.accept(phase.get(), 0.0);
                } else if (words.length == 3 && words[0].equals("progress")) {
                  told.accept(phase.get(), share(words[1], words[2]));
                } else if (words.length == 3 && words[0].equals("refused")) {
                  refusal.set(refusal(words[1], words[2]));
                }
              });
      return Optional.ofNullable(
          refusal.get() != null && end != BoundedProcess.End.CANCELLED
              ? refusal.get()
              : failure(end));
    }

    private Job.@Nullable Failure failure(BoundedProcess.End end) {
      return switch (end) {
        case DONE -> unusable();
        case CANCELLED -> new Job.Failure("cancelled", "Cancelled", "It was cancelled.");
        case TOO_SLOW ->
            new Job.Failure(
                "too-slow",
                "The film took too long",
                "The service worked at it for %d s and was not done; cut it into pieces, or make its frames smaller."
                    .formatted(limits.jobTime().toSeconds()));
        case TOO_LARGE ->
            new Job.Failure(
                "too-much-memory",
                "The film took too much memory",
                "Decoding it took more than %d MiB; convert it, or make its frames smaller."
                    .formatted(limits.jobBytes() >> 20));
        case CRASHED ->
            new Job.Failure(
                "decoder-crashed",
                "The film could not be decoded",
                "The process that decoded it ended early; the film is probably damaged. Convert it and upload it again.");
      };
    }

    /** The service believes what the process has written only after it has read it. */
    private Job.@Nullable Failure unusable() {
      try {
        FilmResult.read(out.resolve(FilmResult.FILE));
        return null;
      } catch (IOException | IllegalArgumentException e) {
        return new Job.Failure(
            "decoder-crashed",
            "The film could not be decoded",
            "The process that decoded it left no result that can be read. Convert it and upload it again.");
      }
    }

    @Override
    public void close() {
      process.close();
    }
  }

  /** Starts the work at a job. */
  Work start(Job job) throws IOException {
    Path out = folders.begin(job.id());
    Path film = folders.film(job.id());
    FilmTask task =
        new FilmTask(
            film,
            job.upload().name(),
            out,
            models.find(job.upload().model()).flatMap(Model::weights).orElse(null),
            job.upload().rate().isPresent() ? job.upload().rate().getAsDouble() : null,
            job.upload().face(),
            limits.seconds(),
            limits.pixels(),
            limits.freeBytes());
    ChildCommand command = new ChildCommand(mainClass, limits.jobBytes());
    BoundedProcess process =
        BoundedProcess.start(command.builder(out), limits.jobTime(), limits.jobBytes());
    process.tell(line(task));
    return new Work(out, process);
  }

  private static byte[] line(FilmTask task) throws JsonProcessingException {
    return JSON.writeValueAsBytes(task);
  }

  private static double share(String done, String all) {
    try {
      return Math.max(0, Math.min(1, Double.parseDouble(done) / Double.parseDouble(all)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Job.Failure refusal(String word, String detail) {
    for (RefusedFilm.Reason reason : RefusedFilm.Reason.values()) {
      if (reason.name().equals(word)) {
        return new Job.Failure(reason.word(), reason.title(), detail);
      }
    }
    return new Job.Failure("unreadable", RefusedFilm.Reason.UNREADABLE.title(), detail);
  }
}
