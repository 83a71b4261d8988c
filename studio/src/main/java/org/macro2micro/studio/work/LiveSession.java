package org.macro2micro.studio.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.film.CameraShots;
import org.macro2micro.studio.film.LiveNews;
import org.macro2micro.studio.store.JobId;

/** A camera that somebody looks through; a process of its own looks at the pictures. */
public final class LiveSession {
  static final String STOPPED = "It was stopped.";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobId id;
  private final String face;
  private final Optional<Path> film;
  private final Instant started;
  private final BoundedProcess process;
  private final Duration patience;
  private final Thread listening;
  private volatile Instant heard;
  private volatile @Nullable String reason;
  private volatile boolean isOver;
  private boolean isSettled; // guarded by this

  /** Whoever holds it writes to the process, which may take long. */
  private final ReentrantLock turn = new ReentrantLock();

  private double last = Double.NEGATIVE_INFINITY; // guarded by turn
  private LiveNews news = LiveNews.NONE; // guarded by this

  /**
   * @param face who is followed
   * @param film where the process keeps the pictures, if it does
   * @param patience the time in which the process must have looked at the last pictures and ended
   * @param now when it begins
   * @param most words for what a process that holds too much has passed
   */
  LiveSession(
      JobId id,
      String face,
      Optional<Path> film,
      BoundedProcess process,
      Duration patience,
      Instant now,
      String most) {
    this.id = id;
    this.face = face;
    this.film = film;
    this.process = process;
    this.patience = patience;
    this.started = now;
    this.heard = now;
    this.listening = new Thread(() -> listen(most), "listens to a camera");
    listening.setDaemon(true);
    listening.start();
  }

  /** The name of the session, and of the job that its film becomes. */
  public JobId id() {
    return id;
  }

  /** Whether the pictures are kept as a film. */
  public boolean records() {
    return film.isPresent();
  }

  String face() {
    return face;
  }

  Optional<Path> film() {
    return film;
  }

  Instant started() {
    return started;
  }

  /** Whether its film is where it belongs, and nothing else of it is left. */
  synchronized boolean isSettled() {
    return isSettled;
  }

  synchronized void settle() {
    isSettled = true;
  }

  /** When pictures came last. */
  Instant heard() {
    return heard;
  }

  /** Returns why it is over, or nothing if it is not. */
  public Optional<String> over() {
    return isOver ? Optional.ofNullable(reason).or(() -> Optional.of(STOPPED)) : Optional.empty();
  }

  long pid() {
    return process.pid();
  }

  /**
   * Hands pictures on, and waits as long as the process is busy with those before. Nothing happens
   * if the session is over.
   *
   * @param batch as {@link CameraShots} describes
   * @param now when they came
   * @return whether they were taken: false while other pictures are being handed on
   * @throws IllegalArgumentException if they do not have that form, or are not later than those
   *     before
   */
  boolean look(byte[] batch, Instant now) {
    if (!turn.tryLock()) {
      return false;
    }
    try {
      if (isOver) {
        return true;
      }
      last = CameraShots.check(batch, last);
      heard = now;
      process.give(batch);
    } catch (IOException e) {
      awaitEnd(); // The listener then knows why.
    } finally {
      turn.unlock();
    }
    return true;
  }

  /** Returns what has become known since this was asked last. */
  public synchronized LiveNews news() {
    LiveNews now = news;
    news = new LiveNews(now.frames(), now.face(), List.of(), List.of());
    return now;
  }

  private synchronized void add(LiveNews later) {
    news = news.and(later);
  }

  /**
   * Says that the camera is off, and waits until the process has looked at what it has.
   *
   * @param why what a page is told that asks afterwards
   */
  void end(String why) {
    if (reason == null) {
      reason = why;
    }
    try {
      // Whoever has the turn for so long waits for a process that hangs.
      if (turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          process.give(CameraShots.off());
        } finally {
          turn.unlock();
        }
      } else {
        process.cancel();
      }
    } catch (IOException e) {
      // It has ended already.
    } catch (InterruptedException e) {
      process.cancel();
      Thread.currentThread().interrupt();
    }
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      TimeUnit.MILLISECONDS.timedJoin(listening, patience.toMillis());
      process.cancel();
      listening.join();
    } catch (InterruptedException e) {
      process.cancel();
      Thread.currentThread().interrupt();
    }
  }

  private void listen(String most) {
    try (process) {
      BoundedProcess.End end = process.await(this::hear);
      if (reason == null) {
        reason =
            switch (end) {
              case TOO_LARGE -> most;
              case TOO_SLOW -> "It lasted too long.";
              case DONE, CANCELLED -> STOPPED;
              case CRASHED ->
                  "The process that looked at the pictures ended early; one of them is probably damaged. Begin again.";
            };
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      isOver = true;
    }
  }

  private void hear(String line) {
    if (line.startsWith("news ")) {
      try {
        add(JSON.readValue(line.substring("news ".length()), LiveNews.class));
      } catch (JsonProcessingException e) {
        process.cancel(); // Nothing that it says can be believed.
      }
    } else if (line.startsWith("refused ") && reason == null) {
      reason = line.substring("refused ".length());
    }
  }
}
