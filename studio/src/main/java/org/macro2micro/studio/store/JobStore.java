package org.macro2micro.studio.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Keeps the jobs of a studio. Every change is durable when its method returns. */
public final class JobStore {
  /**
   * A job that was begun this often and never ended seems to bring the service down, and is given
   * up.
   */
  static final int MOST_ATTEMPTS = 2;

  private final Database database;
  private final InstantSource clock;

  /** Keeps jobs in a database; the clock gives their times. */
  public JobStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds a job that waits. */
  public Job add(Job.Upload upload) {
    return database.transact(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO job (id, name, model, rate, face, bytes, gallery, state, attempts, created)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?)")) {
            insert.setString(1, upload.id().text());
            insert.setString(2, upload.name());
            insert.setString(3, upload.model());
            insert.setObject(
                4, upload.rate().isPresent() ? (Object) upload.rate().getAsDouble() : null);
            insert.setString(5, upload.face());
            insert.setLong(6, upload.bytes());
            insert.setInt(7, upload.gallery() ? 1 : 0);
            insert.setLong(8, clock.millis());
            insert.executeUpdate();
          }
          return found(connection, upload.id()).orElseThrow();
        });
  }

  /** Returns a job, or nothing if no job has this name. */
  public Optional<Job> find(JobId id) {
    return database.transact(connection -> found(connection, id));
  }

  /** Returns all jobs, the newest first. */
  public List<Job> all() {
    return list("ORDER BY number DESC");
  }

  /** Returns how many jobs are in a state. */
  public int count(JobState state) {
    return database.transact(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT count(*) FROM job WHERE state = ?")) {
            select.setString(1, state.word());
            return select.executeQuery().getInt(1);
          }
        });
  }

  /**
   * Begins the job that has waited longest, and returns it, or nothing if no job waits. Jobs of the
   * gallery come after all others.
   */
  public Optional<Job> begin() {
    return database.transact(
        connection -> {
          Optional<Job> next =
              list(connection, "WHERE state = 'queued' ORDER BY gallery, number LIMIT 1").stream()
                  .findFirst();
          if (next.isEmpty()) {
            return next;
          }
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE job SET state = 'running', attempts = attempts + 1, started = ? WHERE id = ?")) {
            update.setLong(1, clock.millis());
            update.setString(2, next.get().id().text());
            update.executeUpdate();
          }
          return found(connection, next.get().id());
        });
  }

  /** Marks a running job as done, and returns whether it was still running. */
  public boolean done(JobId id) {
    return end(id, "done", null, "running");
  }

  /** Marks a running job as failed, and returns whether it was still running. */
  public boolean failed(JobId id, Job.Failure failure) {
    return end(id, "failed", failure, "running");
  }

  /** Marks a job as cancelled, and returns whether it was still waiting or running. */
  public boolean cancelled(JobId id) {
    return end(id, "cancelled", null, "queued", "running");
  }

  /** Puts a running job back into the queue, as if it had not been begun. */
  public void interrupted(JobId id) {
    database.transact(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE job SET state = 'queued', attempts = attempts - 1 WHERE id = ? AND state = 'running'")) {
            update.setString(1, id.text());
            return update.executeUpdate();
          }
        });
  }

  private boolean end(JobId id, String state, Job.@Nullable Failure failure, String... from) {
    return database.transact(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE job SET state = ?, finished = ?, problem_type = ?, problem_title = ?, problem_detail = ?"
                      + " WHERE id = ? AND state IN (?, ?)")) {
            update.setString(1, state);
            update.setLong(2, clock.millis());
            update.setString(3, failure == null ? null : failure.type());
            update.setString(4, failure == null ? null : failure.title());
            update.setString(5, failure == null ? null : failure.detail());
            update.setString(6, id.text());
            update.setString(7, from[0]);
            update.setString(8, from[from.length - 1]);
            return update.executeUpdate() == 1;
          }
        });
  }

  /**
   * Puts jobs that ran when the process ended back into the queue, or gives them up if that has
   * happened before. This is called before any job is begun.
   */
  public void recover() {
    Job.Failure failure =
        new Job.Failure(
            "interrupted",
            "The service ended or failed while it worked at the film",
            "The service ended or failed %d times while it worked at this film, and does not try again; delete the film."
                .formatted(MOST_ATTEMPTS));
    database.transact(
        connection -> {
          try (PreparedStatement again =
                  connection.prepareStatement(
                      "UPDATE job SET state = 'queued' WHERE state = 'running' AND attempts < ?");
              PreparedStatement over =
                  connection.prepareStatement(
                      "UPDATE job SET state = 'failed', finished = ?, problem_type = ?, problem_title = ?,"
                          + " problem_detail = ? WHERE state = 'running'")) {
            again.setInt(1, MOST_ATTEMPTS);
            over.setLong(1, clock.millis());
            over.setString(2, failure.type());
            over.setString(3, failure.title());
            over.setString(4, failure.detail());
            return again.executeUpdate() + over.executeUpdate();
          }
        });
  }

  /** Forgets a job with its annotations, and returns whether the job was known. */
  public boolean delete(JobId id) {
    return database.transact(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM job WHERE id = ?")) {
            delete.setString(1, id.text());
            return delete.executeUpdate() == 1;
          }
        });
  }

  private List<Job> list(String condition) {
    return database.transact(connection -> list(connection, condition));
  }

  private static Optional<Job> found(Connection connection, JobId id) throws SQLException {
    return list(connection, "WHERE id = ?", id.text()).stream().findFirst();
  }

  private static List<Job> list(Connection connection, String condition, String... values)
      throws SQLException {
    List<Job> jobs = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement("SELECT * FROM job " + condition)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      ResultSet row = select.executeQuery();
      while (row.next()) {
        jobs.add(job(row));
      }
    }
    return jobs;
  }

  private static Job job(ResultSet row) throws SQLException {
    double rate = row.getDouble("rate");
    OptionalDouble stated = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(rate);
    String type = row.getString("problem_type");
    return new Job(
        new Job.Upload(
            new JobId(row.getString("id")),
            row.getString("name"),
            row.getString("model"),
            stated,
            row.getString("face"),
            row.getLong("bytes"),
            row.getInt("gallery") != 0),
        JobState.of(row.getString("state")),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("created")),
        time(row, "started"),
        time(row, "finished"),
        type == null
            ? Optional.empty()
            : Optional.of(
                new Job.Failure(
                    type, row.getString("problem_title"), row.getString("problem_detail"))));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
