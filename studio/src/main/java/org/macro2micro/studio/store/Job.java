package org.macro2micro.studio.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A film that was uploaded, and what became of it.
 *
 * @param upload what its owner said of it
 * @param state where it stands
 * @param attempts how often it was begun
 * @param created when it was uploaded
 * @param started when it was begun last, if it was begun
 * @param finished when it ended, if it has ended
 * @param failure why it failed, if it failed
 */
public record Job(
    Upload upload,
    JobState state,
    int attempts,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> finished,
    Optional<Failure> failure) {
  /**
   * What an owner says of a film.
   *
   * @param id names the job
   * @param name what the owner calls the film
   * @param model what is to name the movements
   * @param rate true frames a second, if the film states another rate
   * @param face who is followed
   * @param bytes of the film
   * @param gallery whether the service drew it for the gallery; such a film is kept until somebody
   *     deletes it
   */
  public record Upload(
      JobId id,
      String name,
      String model,
      OptionalDouble rate,
      String face,
      long bytes,
      boolean gallery) {}

  /**
   * Why a job failed.
   *
   * @param type the last part of the problem's address, such as "too-long"
   * @param title a few words
   * @param detail a sentence or two that say what to do
   */
  public record Failure(String type, String title, String detail) {}

  /** Returns its name among jobs. */
  public JobId id() {
    return upload.id();
  }

  /**
   * Returns when it is deleted, or nothing if it has not ended or belongs to the gallery.
   *
   * @param retention how long it is kept
   */
  public Optional<Instant> deletes(Duration retention) {
    return upload.gallery() ? Optional.empty() : finished.map(over -> over.plus(retention));
  }
}
