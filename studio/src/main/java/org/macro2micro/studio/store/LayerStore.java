package org.macro2micro.studio.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.layer.Intervals;
import org.macro2micro.studio.layer.Layer;
import org.macro2micro.studio.layer.LayerInterval;

/**
 * What annotators say of films, with every change that they made. A change leads from one state to
 * another; undo goes back to the state before, redo forward again along the last way. Each of these
 * is a revision, and is durable when its method returns.
 */
public final class LayerStore {
  /** A layer that was changed so often is not changed any more, which bounds the file. */
  private static final int MOST_REVISIONS = 20_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final InstantSource clock;

  /** The layers of a database; times are the clock's. */
  public LayerStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What came of a change.
   *
   * @param isDone false if the layer was not as the caller thought, or nothing can be undone
   * @param layer as it is now; empty if there is none
   */
  public record Change(boolean isDone, Optional<Layer> layer) {}

  /** Where a layer stands: its state, and the end of the way that redo goes. */
  private record Standing(int revision, int state, int head) {}

  /** Returns the layers of a film, by annotator. */
  public List<Layer> all(JobId job) {
    return database.transact(
        connection -> {
          List<Layer> layers = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT annotator FROM layer WHERE job = ? ORDER BY annotator")) {
            select.setString(1, job.text());
            ResultSet row = select.executeQuery();
            while (row.next()) {
              layers.add(layer(connection, job, row.getString(1)).orElseThrow());
            }
          }
          return layers;
        });
  }

  /** Returns a layer; empty if there is none. */
  public Optional<Layer> find(JobId job, String annotator) {
    return database.transact(connection -> layer(connection, job, annotator));
  }

  /**
   * Writes a layer.
   *
   * @param revision which was read before; 0 for a new one
   */
  public Change write(JobId job, String annotator, int revision, Intervals intervals) {
    return database.transact(
        connection -> {
          Optional<Standing> standing = standing(connection, job, annotator);
          int current = standing.map(Standing::revision).orElse(0);
          if (current != revision || current >= MOST_REVISIONS) {
            return new Change(false, layer(connection, job, annotator));
          }
          if (standing.isEmpty()) {
            update(
                connection,
                "INSERT INTO layer (job, annotator, revision, state, head) VALUES (?, ?, 0, 0, 0)",
                job.text(),
                annotator);
          }
          int last =
              number(
                  connection,
                  "SELECT coalesce(max(state), 0) FROM layer_state WHERE job = ? AND annotator = ?",
                  job.text(),
                  annotator);
          int before = standing.map(Standing::state).orElse(0);
          update(
              connection,
              "INSERT INTO layer_state (job, annotator, state, before, intervals) VALUES (?, ?, ?, ?, ?)",
              job.text(),
              annotator,
              last + 1,
              before,
              text(intervals));
          return moved(connection, job, annotator, new Standing(current, last + 1, last + 1));
        });
  }

  /** Goes back to the state before the last change. */
  public Change undo(JobId job, String annotator) {
    return database.transact(
        connection -> {
          Optional<Standing> standing = standing(connection, job, annotator);
          if (standing.isEmpty() || standing.get().state() == 0) {
            return new Change(false, layer(connection, job, annotator));
          }
          Standing now = standing.get();
          int before = before(connection, job, annotator, now.state());
          return moved(
              connection, job, annotator, new Standing(now.revision(), before, now.head()));
        });
  }

  /** Goes forward again to what was undone last. */
  public Change redo(JobId job, String annotator) {
    return database.transact(
        connection -> {
          Optional<Standing> standing = standing(connection, job, annotator);
          if (standing.isEmpty() || standing.get().state() == standing.get().head()) {
            return new Change(false, layer(connection, job, annotator));
          }
          Standing now = standing.get();
          int next = now.head();
          for (int before = before(connection, job, annotator, next);
              before != now.state();
              before = before(connection, job, annotator, next)) {
            next = before;
          }
          return moved(connection, job, annotator, new Standing(now.revision(), next, now.head()));
        });
  }

  /** Returns every revision, the newest first. */
  public List<Layer.Revision> history(JobId job, String annotator) {
    return database.transact(
        connection -> {
          List<Layer.Revision> revisions = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT r.revision, r.changed, s.intervals FROM layer_revision r LEFT JOIN layer_state s"
                      + " ON s.job = r.job AND s.annotator = r.annotator AND s.state = r.state"
                      + " WHERE r.job = ? AND r.annotator = ? ORDER BY r.revision DESC")) {
            select.setString(1, job.text());
            select.setString(2, annotator);
            ResultSet row = select.executeQuery();
            while (row.next()) {
              revisions.add(
                  new Layer.Revision(
                      row.getInt(1),
                      Instant.ofEpochMilli(row.getLong(2)).toString(),
                      intervals(row.getString(3)).size()));
            }
          }
          return revisions;
        });
  }

  /** Forgets a layer with its history; false if there is none. */
  public boolean delete(JobId job, String annotator) {
    return database.transact(
        connection ->
            update(
                    connection,
                    "DELETE FROM layer WHERE job = ? AND annotator = ?",
                    job.text(),
                    annotator)
                == 1);
  }

  private Change moved(Connection connection, JobId job, String annotator, Standing to)
      throws SQLException {
    update(
        connection,
        "UPDATE layer SET revision = ?, state = ?, head = ? WHERE job = ? AND annotator = ?",
        to.revision() + 1,
        to.state(),
        to.head(),
        job.text(),
        annotator);
    update(
        connection,
        "INSERT INTO layer_revision (job, annotator, revision, state, changed) VALUES (?, ?, ?, ?, ?)",
        job.text(),
        annotator,
        to.revision() + 1,
        to.state(),
        clock.millis());
    return new Change(true, layer(connection, job, annotator));
  }

  private static Optional<Layer> layer(Connection connection, JobId job, String annotator)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT l.revision, r.changed, s.intervals FROM layer l JOIN layer_revision r"
                + " ON r.job = l.job AND r.annotator = l.annotator AND r.revision = l.revision"
                + " LEFT JOIN layer_state s ON s.job = l.job AND s.annotator = l.annotator AND s.state = l.state"
                + " WHERE l.job = ? AND l.annotator = ?")) {
      select.setString(1, job.text());
      select.setString(2, annotator);
      ResultSet row = select.executeQuery();
      return row.next()
          ? Optional.of(
              new Layer(
                  annotator,
                  row.getInt(1),
                  Instant.ofEpochMilli(row.getLong(2)).toString(),
                  intervals(row.getString(3))))
          : Optional.empty();
    }
  }

  private static Optional<Standing> standing(Connection connection, JobId job, String annotator)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT revision, state, head FROM layer WHERE job = ? AND annotator = ?")) {
      select.setString(1, job.text());
      select.setString(2, annotator);
      ResultSet row = select.executeQuery();
      return row.next()
          ? Optional.of(new Standing(row.getInt(1), row.getInt(2), row.getInt(3)))
          : Optional.empty();
    }
  }

  private static int before(Connection connection, JobId job, String annotator, int state)
      throws SQLException {
    return number(
        connection,
        "SELECT before FROM layer_state WHERE job = ? AND annotator = ? AND state = ?",
        job.text(),
        annotator,
        state);
  }

  private static int number(Connection connection, String query, Object... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      fill(select, values);
      return select.executeQuery().getInt(1);
    }
  }

  private static int update(Connection connection, String command, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(command)) {
      fill(update, values);
      return update.executeUpdate();
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static String text(Intervals intervals) {
    try {
      return JSON.writeValueAsString(intervals.all());
    } catch (JsonProcessingException e) {
      throw new StoreException("intervals can't be written as JSON", e);
    }
  }

  /** The first state, before any change, is not kept: it is empty. */
  private static List<LayerInterval> intervals(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try {
      return Arrays.asList(JSON.readValue(text, LayerInterval[].class));
    } catch (JsonProcessingException e) {
      throw new StoreException("intervals in the database can't be read", e);
    }
  }
}
