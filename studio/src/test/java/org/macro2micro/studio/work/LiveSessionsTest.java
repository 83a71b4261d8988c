package org.macro2micro.studio.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.Films;
import org.macro2micro.studio.Pictures;
import org.macro2micro.studio.Served;
import org.macro2micro.studio.analysis.LiveMain;
import org.macro2micro.studio.film.FilmContent;
import org.macro2micro.studio.store.Database;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobStore;

/** A process of a camera that crashes, hangs or lies costs its session alone. */
class LiveSessionsTest {
  @TempDir Path folder;
  private Database database;
  private JobStore jobs;
  private FilmFolders folders;
  private JobQueue queue;

  /** Ends as a decoder does that reads where it must not. */
  public static final class Crashes {
    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(134);
    }
  }

  /** Takes nothing and says nothing. */
  public static final class Hangs {
    public static void main(String[] arguments) throws Exception {
      Thread.sleep(600_000);
    }
  }

  /** Tells of what can't be. */
  public static final class Lies {
    public static void main(String[] arguments) throws Exception {
      System.out.println("news {\"frames\":-1,\"face\":null,\"curve\":[],\"marks\":[]}");
      System.out.flush();
      Thread.sleep(600_000);
    }
  }

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder);
    jobs = new JobStore(database, InstantSource.system());
    folders = new FilmFolders(folder);
    queue = JobQueue.of(jobs, folders, Models.read(List.of()), Served.LIMITS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private LiveSessions sessions(Class<?> mainClass) {
    return new LiveSessions(
        jobs,
        folders,
        queue,
        Served.LIMITS,
        InstantSource.system(),
        mainClass,
        Duration.ofSeconds(mainClass == LiveMain.class ? 60 : 2));
  }

  private static String reason(LiveSession session) throws InterruptedException {
    for (int i = 0; i < 600 && session.over().isEmpty(); i++) {
      Thread.sleep(100);
    }
    return session.over().orElse("it is not over");
  }

  private List<Path> left() throws Exception {
    try (Stream<Path> work = Files.list(folder.resolve("work"))) {
      return work.toList();
    }
  }

  @Test
  void aProcessThatCrashesIsReported() throws Exception {
    try (LiveSessions sessions = sessions(Crashes.class)) {
      LiveSession session = sessions.begin("largest", true).orElseThrow();
      assertThat(reason(session)).contains("ended early");
      assertThat(sessions.open()).isZero();
      sessions.sweep();
      assertThat(left()).isEmpty();
      assertThat(sessions.end(session)).isEmpty();
    }
  }

  @Test
  void aProcessThatLiesIsEnded() throws Exception {
    try (LiveSessions sessions = sessions(Lies.class)) {
      LiveSession session = sessions.begin("largest", false).orElseThrow();
      reason(session);
      assertThat(session.over()).isPresent();
      assertThat(session.news().frames()).isZero();
    }
  }

  /** Pictures that nobody takes wait in the pipe, which is full at some time. */
  @Test
  void aProcessThatHangsIsEnded() throws Exception {
    byte[] picture = new byte[1 << 20];
    picture[0] = (byte) 0xff;
    picture[1] = (byte) 0xd8;
    picture[2] = (byte) 0xff;
    byte[] batch = Pictures.batch(List.of(picture), 0, 25);
    try (LiveSessions sessions = sessions(Hangs.class)) {
      LiveSession session = sessions.begin("largest", false).orElseThrow();
      Thread waiting = new Thread(() -> sessions.look(session, batch));
      waiting.start();
      for (int i = 0; i < 600 && waiting.getState() != Thread.State.RUNNABLE; i++) {
        Thread.sleep(10);
      }
      Thread.sleep(200);
      assertThat(sessions.look(session, batch)).isFalse();
      assertThat(sessions.end(session)).isEmpty();
      waiting.join(20_000);
      assertThat(waiting.isAlive()).isFalse();
      assertThat(session.over()).isPresent();
      assertThat(ProcessHandle.of(session.pid()).map(ProcessHandle::isAlive).orElse(false))
          .isFalse();
    }
  }

  /** What was flushed of a film is kept if its process is killed. */
  @Test
  void theFilmOfAProcessThatIsKilledIsKept() throws Exception {
    List<byte[]> pictures = Pictures.of(Films.face(folder.resolve("lab"))).subList(0, 100);
    try (LiveSessions sessions = sessions(LiveMain.class)) {
      LiveSession session = sessions.begin("largest", true).orElseThrow();
      assertThat(sessions.look(session, Pictures.batch(pictures, 0, 25))).isTrue();
      for (int i = 0; i < 600 && session.news().frames() < pictures.size(); i++) {
        Thread.sleep(100);
      }
      ProcessHandle.of(session.pid()).orElseThrow().destroyForcibly();
      assertThat(reason(session)).contains("ended early");
      Optional<Job> job = sessions.end(session);
      assertThat(job).isPresent();
      byte[] film = Files.readAllBytes(folders.film(session.id()));
      assertThat(FilmContent.of(Arrays.copyOf(film, FilmContent.HEAD))).isPresent();
      long sent = pictures.stream().limit(90).mapToLong(picture -> picture.length).sum();
      assertThat(film.length).isGreaterThan((int) sent);
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void thereAreNoMoreThanThereMayBe() throws Exception {
    try (LiveSessions sessions = sessions(Hangs.class)) {
      LiveSession first = sessions.begin("left", false).orElseThrow();
      assertThat(sessions.begin("right", false)).isPresent();
      assertThat(sessions.begin("largest", false)).isEmpty();
      sessions.end(first);
      assertThat(sessions.begin("largest", false)).isPresent();
    }
    assertThat(left()).isEmpty();
  }
}
