package org.macro2micro.studio.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.studio.analysis.LiveMain;
import org.macro2micro.studio.analysis.LiveTask;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobStore;

/** The cameras that people look through now. */
public final class LiveSessions implements AutoCloseable {
  /** As many may be looked through at a time; each takes a process and its memory. */
  public static final int MOST = 2;

  /** A page that sends nothing for so long is gone. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  /** A process that has the last pictures tells of them and ends within this time. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What became of a session can be asked for so long. */
  static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'camera 'uuuu-MM-dd HH.mm.ss' UTC.mkv'")
          .withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobStore jobs;
  private final FilmFolders folders;
  private final JobQueue queue;
  private final ServeSettings.Limits limits;
  private final InstantSource clock;
  private final Class<?> mainClass;
  private final Duration patience;
  private final Map<JobId, LiveSession> sessions = new LinkedHashMap<>(); // guarded by this

  /** No camera is looked through yet. */
  public LiveSessions(
      JobStore jobs,
      FilmFolders folders,
      JobQueue queue,
      ServeSettings.Limits limits,
      InstantSource clock) {
    this(jobs, folders, queue, limits, clock, LiveMain.class, PATIENCE);
  }

  /**
   * @param mainClass what the processes run
   * @param patience the time in which they must end when the camera is off
   */
  LiveSessions(
      JobStore jobs,
      FilmFolders folders,
      JobQueue queue,
      ServeSettings.Limits limits,
      InstantSource clock,
      Class<?> mainClass,
      Duration patience) {
    this.jobs = jobs;
    this.folders = folders;
    this.queue = queue;
    this.limits = limits;
    this.clock = clock;
    this.mainClass = mainClass;
    this.patience = patience;
  }

  /**
   * Begins a session.
   *
   * @param face who is followed: largest, left, right, or a number from the left
   * @param records whether the pictures are kept as a film
   * @return nothing if there are as many as there may be
   * @throws IOException if its folder can't be made, or its process can't be started
   */
  public synchronized Optional<LiveSession> begin(String face, boolean records) throws IOException {
    if (open() >= MOST) {
      return Optional.empty();
    }
    JobId id = JobId.next();
    Path folder = folders.begin(id);
    Optional<Path> film = records ? Optional.of(folder.resolve("camera.mkv")) : Optional.empty();
    LiveTask task =
        new LiveTask(
            film.orElse(null),
            face,
            limits.pixels(),
            limits.seconds(),
            limits.bytes(),
            limits.freeBytes());
    ChildCommand command = new ChildCommand(mainClass, limits.jobBytes());
    BoundedProcess process =
        BoundedProcess.start(
            command.builder(folder), longest().plus(SILENCE.multipliedBy(2)), limits.jobBytes());
    process.tell(JSON.writeValueAsBytes(task));
    LiveSession session =
        new LiveSession(
            id,
            face,
            film,
            process,
            patience,
            clock.instant(),
            "Looking at the pictures took more than %d MiB; send smaller ones."
                .formatted(limits.jobBytes() >> 20));
    sessions.put(id, session);
    return Optional.of(session);
  }

  /** A session may last as long as a film. */
  private Duration longest() {
    return Duration.ofMillis((long) (limits.seconds() * 1000));
  }

  /** Returns the number of sessions that are not over. */
  public synchronized int open() {
    return (int) sessions.values().stream().filter(session -> session.over().isEmpty()).count();
  }

  /** Returns a session that is not over, or not over for long. */
  public synchronized Optional<LiveSession> find(JobId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /**
   * Hands pictures to a session.
   *
   * @return whether they were taken: false while other pictures are being handed on
   * @throws IllegalArgumentException if they do not have the form that {@link
   *     org.macro2micro.studio.film.CameraShots} describes, or are not later than those before
   */
  public boolean look(LiveSession session, byte[] batch) {
    return session.look(batch, clock.instant());
  }

  /**
   * Ends a session. Its film, if it has one, becomes a job.
   *
   * @return the job
   * @throws IOException if the film can't be stored
   */
  public Optional<Job> end(LiveSession session) throws IOException {
    return end(session, LiveSession.STOPPED);
  }

  private Optional<Job> end(LiveSession session, String why) throws IOException {
    session.end(why);
    // A page that leaves and the sweep may end it at once. The job works in a folder of the same
    // name, which is cleared away before the job is there and not again.
    synchronized (session) {
      if (!session.isSettled()) {
        Optional<Path> film = session.film().filter(Files::isRegularFile);
        if (film.isPresent()) {
          folders.take(session.id(), film.get());
        }
        folders.abandon(session.id());
        // A folder that could not be cleared away has left the film taken and without its job.
        if (session.records() && Files.isRegularFile(folders.film(session.id()))) {
          add(session);
        }
        session.settle();
      }
    }
    return jobs.find(session.id());
  }

  private void add(LiveSession session) throws IOException {
    jobs.add(
        new Job.Upload(
            session.id(),
            NAME.format(session.started()),
            Model.MOVEMENT_ID,
            OptionalDouble.empty(),
            session.face(),
            Files.size(folders.film(session.id())),
            false));
    queue.wake();
  }

  /** Ends sessions that are silent or too long, and forgets those that ended long ago. */
  public void sweep() {
    Instant now = clock.instant();
    List<LiveSession> known;
    synchronized (this) {
      sessions.values().removeIf(s -> s.over().isPresent() && isPast(s.heard(), REMEMBERED, now));
      known = new ArrayList<>(sessions.values());
    }
    for (LiveSession session : known) {
      try {
        if (session.over().isPresent()) {
          end(session, LiveSession.STOPPED); // Its process ended by itself, and may leave a film.
        } else if (isPast(session.heard(), SILENCE, now)) {
          end(session, "No picture came for %d s.".formatted(SILENCE.toSeconds()));
        } else if (isPast(session.started(), longest(), now)) {
          end(
              session,
              "It lasted %d s, which is the longest; begin again."
                  .formatted(longest().toSeconds()));
        }
      } catch (IOException | RuntimeException e) {
        System.getLogger("studio")
            .log(System.Logger.Level.ERROR, "a camera's film could not be stored", e);
      }
    }
  }

  private static boolean isPast(Instant since, Duration time, Instant now) {
    return Duration.between(since, now).compareTo(time) >= 0;
  }

  /** Ends all of them; their films become jobs. */
  @Override
  public void close() {
    List<LiveSession> known;
    synchronized (this) {
      known = new ArrayList<>(sessions.values());
    }
    for (LiveSession session : known) {
      try {
        end(session, "The service was stopped.");
      } catch (IOException | RuntimeException e) {
        System.getLogger("studio")
            .log(System.Logger.Level.ERROR, "a camera's film could not be stored", e);
      }
    }
  }
}
