package org.macro2micro.studio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The SQLite file of a studio. What a transaction has written is on the disk when it returns
 * (write-ahead log, {@code synchronous=FULL}), so that neither a kill nor a power cut takes it
 * back. One process at a time has the file open.
 */
public final class Database implements AutoCloseable {
  private static final String FILE = "studio.sqlite";
  private static final int VERSION = 1;

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE job (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            model TEXT NOT NULL,
            rate REAL,
            face TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            gallery INTEGER NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            created INTEGER NOT NULL,
            started INTEGER,
            finished INTEGER,
            problem_type TEXT,
            problem_title TEXT,
            problem_detail TEXT) STRICT""",
          "CREATE INDEX job_state ON job (state, number)",
          """
          CREATE TABLE layer (
            job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
            annotator TEXT NOT NULL,
            revision INTEGER NOT NULL,
            state INTEGER NOT NULL,
            head INTEGER NOT NULL,
            PRIMARY KEY (job, annotator)) STRICT""",
          // Each state knows which came before it; redo goes towards the head.
          """
          CREATE TABLE layer_state (
            job TEXT NOT NULL,
            annotator TEXT NOT NULL,
            state INTEGER NOT NULL,
            before INTEGER NOT NULL,
            intervals TEXT NOT NULL,
            PRIMARY KEY (job, annotator, state),
            FOREIGN KEY (job, annotator) REFERENCES layer (job, annotator) ON DELETE CASCADE
          ) STRICT""",
          """
          CREATE TABLE layer_revision (
            job TEXT NOT NULL,
            annotator TEXT NOT NULL,
            revision INTEGER NOT NULL,
            state INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            PRIMARY KEY (job, annotator, revision),
            FOREIGN KEY (job, annotator) REFERENCES layer (job, annotator) ON DELETE CASCADE
          ) STRICT""");

  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  /** Work that uses the connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private Database(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the database of a folder, and makes it if the folder has no database yet.
   *
   * @throws IOException if the folder can't be used, or another process uses it
   */
  public static Database open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path natives = Files.createDirectories(folder.resolve("native"));
    if (System.getProperty("org.sqlite.tmpdir") == null) {
      // What a killed process leaves there is cleared away at the next start.
      System.setProperty("org.sqlite.tmpdir", natives.toAbsolutePath().toString());
    }
    Path file = folder.resolve(FILE).toAbsolutePath();
    Connection opened = null;
    try {
      opened = DriverManager.getConnection("jdbc:sqlite:" + file);
      prepare(opened, file);
      return new Database(opened);
    } catch (SQLException e) {
      if (opened != null) {
        closeQuietly(opened);
      }
      throw new IOException(
          "studio: %s can't be opened (%s); if another service uses this folder, name another folder with --data"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void prepare(Connection connection, Path file) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA locking_mode=EXCLUSIVE");
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA foreign_keys=ON");
      // What is deleted is overwritten.
      statement.execute("PRAGMA secure_delete=ON");
      statement.execute("PRAGMA trusted_schema=OFF");
      int version = statement.executeQuery("PRAGMA user_version").getInt(1);
      if (version > VERSION) {
        throw new IOException(
            "studio: %s is of version %d; this program reads up to %d: take a newer program or another folder"
                .formatted(file, version, VERSION));
      }
      connection.setAutoCommit(false);
      if (version == 0) {
        for (String table : SCHEMA) {
          statement.execute(table);
        }
        statement.execute("PRAGMA user_version=" + VERSION);
      }
      connection.commit();
    }
  }

  /** Does all of the work or nothing of it; what the work wrote is durable when this returns. */
  <T> T transact(Work<T> work) {
    lock.lock();
    try {
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      rollBack(e);
      throw new StoreException("the studio's database failed: " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void rollBack(Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The caller is told of the failure that led here.
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("the studio's database can't be closed: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }
}
