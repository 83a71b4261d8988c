package org.macro2micro.studio;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.studio.store.Database;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.store.LayerStore;
import org.macro2micro.studio.web.Parts;
import org.macro2micro.studio.web.Server;
import org.macro2micro.studio.work.Gallery;
import org.macro2micro.studio.work.JobQueue;
import org.macro2micro.studio.work.LiveSessions;
import org.macro2micro.studio.work.Models;
import org.macro2micro.studio.work.Retention;

/** Holds the parts of a studio, which work until it is closed. */
public final class RunningStudio implements AutoCloseable {
  private static final long SWEEP_SECONDS = 5;

  private final ServeSettings settings;
  private final Optional<Token> token;
  private final Database database;
  private final JobQueue queue;
  private final LiveSessions cameras;
  private final Server server;
  private final Thread sweeping;

  private RunningStudio(
      ServeSettings settings,
      Optional<Token> token,
      Database database,
      JobQueue queue,
      LiveSessions cameras,
      Server server,
      Thread sweeping) {
    this.settings = settings;
    this.token = token;
    this.database = database;
    this.queue = queue;
    this.cameras = cameras;
    this.server = server;
    this.sweeping = sweeping;
  }

  /**
   * Starts everything.
   *
   * @param clock gives the time, by which films are deleted
   * @throws IOException if the folder, a model or the token can't be read
   */
  public static RunningStudio start(ServeSettings settings, InstantSource clock)
      throws IOException {
    Path data = settings.data().toAbsolutePath();
    boolean isLoopback = InetAddress.getByName(settings.host()).isLoopbackAddress();
    Optional<Token> token = isLoopback ? Optional.empty() : Optional.of(Token.of(settings));
    Models models = Models.read(settings.purpose().isPresent() ? settings.models() : List.of());
    Database database = Database.open(data);
    try {
      JobStore jobs = new JobStore(database, clock);
      FilmFolders folders = new FilmFolders(data);
      jobs.recover();
      folders.clear(jobs.all());
      JobQueue queue = JobQueue.of(jobs, folders, models, settings.limits());
      Retention retention =
          new Retention(jobs, folders, queue, settings.limits().retention(), clock);
      LiveSessions cameras = new LiveSessions(jobs, folders, queue, settings.limits(), clock);
      Server server =
          Server.start(
              settings,
              token.map(Token::text),
              new Parts(
                  jobs,
                  new LayerStore(database, clock),
                  folders,
                  queue,
                  retention,
                  models,
                  cameras));
      queue.start();
      if (settings.gallery()) {
        Gallery.draw(data, jobs, folders, queue);
      }
      return new RunningStudio(
          settings, token, database, queue, cameras, server, sweeping(retention, cameras));
    } catch (RuntimeException | IOException | Error e) {
      database.close();
      throw e;
    }
  }

  private static Thread sweeping(Retention retention, LiveSessions cameras) {
    Thread sweeping =
        new Thread(
            () -> {
              try {
                while (true) {
                  sweep(retention);
                  cameras.sweep();
                  TimeUnit.SECONDS.sleep(SWEEP_SECONDS);
                }
              } catch (InterruptedException e) {
                // The studio is closed.
              }
            },
            "sweeping");
    sweeping.setDaemon(true);
    sweeping.start();
    return sweeping;
  }

  private static void sweep(Retention retention) throws InterruptedException {
    try {
      retention.sweep();
    } catch (IOException | RuntimeException e) {
      // The next round tries again to delete what is left.
    }
  }

  /** Returns the address of the page. */
  public String address() {
    String host = settings.host();
    return "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, server.port());
  }

  /** Returns what a person must know to use it, a line each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        settings.purpose().isPresent()
            ? "emotions are named for: " + settings.purpose().get()
            : "movement only: no emotion is named; --purpose TEXT states a purpose, and models then name emotions");
    token.ifPresent(known -> notes.addAll(known.notes()));
    return notes;
  }

  @Override
  public synchronized void close() {
    server.close();
    sweeping.interrupt();
    cameras.close();
    queue.close();
    database.close();
  }
}
