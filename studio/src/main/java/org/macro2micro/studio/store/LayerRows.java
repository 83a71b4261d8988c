package org.macro2micro.studio.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.layer.Intervals;
import org.macro2micro.studio.layer.Layer;
import org.macro2micro.studio.layer.LayerInterval;

/**
 * The rows of one annotator's layer of one film, within a transaction. Each state of the layer is
 * kept with the state before it; the layer itself says which state it is in.
 *
 * @param connection of the transaction
 * @param job the film
 * @param annotator the owner of the layer
 */
record LayerRows(Connection connection, JobId job, String annotator) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Where a layer stands.
   *
   * @param revision the number of changes so far
   * @param state the state that it is in; 0 is the empty layer, which has no row of its own
   * @param head the last state of the way that redo goes
   */
  record Standing(int revision, int state, int head) {}

  /** Makes a value of a row. */
  @FunctionalInterface
  private interface Reader<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Returns where the layer stands, or nothing if the annotator has no layer. */
  Optional<Standing> standing() throws SQLException {
    return rows(
            "SELECT revision, state, head FROM layer WHERE job = ? AND annotator = ?",
            row -> new Standing(row.getInt(1), row.getInt(2), row.getInt(3)),
            job.text(),
            annotator)
        .stream()
        .findFirst();
  }

  /** Returns the layer, or nothing if the annotator has none. */
  Optional<Layer> layer() throws SQLException {
    return rows(
            "SELECT l.revision, r.changed, s.intervals FROM layer l JOIN layer_revision r"
                + " ON r.job = l.job AND r.annotator = l.annotator AND r.revision = l.revision"
                + " LEFT JOIN layer_state s ON s.job = l.job AND s.annotator = l.annotator AND s.state = l.state"
                + " WHERE l.job = ? AND l.annotator = ?",
            row ->
                new Layer(
                    annotator, row.getInt(1), time(row.getLong(2)), intervals(row.getString(3))),
            job.text(),
            annotator)
        .stream()
        .findFirst();
  }

  /** Returns every revision, the newest first. */
  List<Layer.Revision> revisions() throws SQLException {
    return rows(
        "SELECT r.revision, r.changed, coalesce(json_array_length(s.intervals), 0)"
            + " FROM layer_revision r LEFT JOIN layer_state s"
            + " ON s.job = r.job AND s.annotator = r.annotator AND s.state = r.state"
            + " WHERE r.job = ? AND r.annotator = ? ORDER BY r.revision DESC",
        row -> new Layer.Revision(row.getInt(1), time(row.getLong(2)), row.getInt(3)),
        job.text(),
        annotator);
  }

  /** Returns the number of layers of the film. */
  int layers() throws SQLException {
    return number("SELECT count(*) FROM layer WHERE job = ?", job.text());
  }

  /** Returns the state before a state. */
  int before(int state) throws SQLException {
    return number(
        "SELECT before FROM layer_state WHERE job = ? AND annotator = ? AND state = ?",
        job.text(),
        annotator,
        state);
  }

  /** Adds the layer, which is empty. */
  Standing add() throws SQLException {
    update(
        "INSERT INTO layer (job, annotator, revision, state, head) VALUES (?, ?, 0, 0, 0)",
        job.text(),
        annotator);
    return new Standing(0, 0, 0);
  }

  /** Adds a state after another, and returns its number. */
  int addState(int before, Intervals intervals) throws SQLException {
    int last =
        number(
            "SELECT coalesce(max(state), 0) FROM layer_state WHERE job = ? AND annotator = ?",
            job.text(),
            annotator);
    update(
        "INSERT INTO layer_state (job, annotator, state, before, intervals) VALUES (?, ?, ?, ?, ?)",
        job.text(),
        annotator,
        last + 1,
        before,
        text(intervals));
    return last + 1;
  }

  /** Puts the layer into a state, which is a new revision. */
  void move(Standing to, long changed) throws SQLException {
    update(
        "UPDATE layer SET revision = ?, state = ?, head = ? WHERE job = ? AND annotator = ?",
        to.revision(),
        to.state(),
        to.head(),
        job.text(),
        annotator);
    update(
        "INSERT INTO layer_revision (job, annotator, revision, state, changed) VALUES (?, ?, ?, ?, ?)",
        job.text(),
        annotator,
        to.revision(),
        to.state(),
        changed);
  }

  /** Forgets the layer with its history, and returns whether it was there. */
  boolean delete() throws SQLException {
    return update("DELETE FROM layer WHERE job = ? AND annotator = ?", job.text(), annotator) == 1;
  }

  private int number(String query, Object... values) throws SQLException {
    return rows(query, row -> row.getInt(1), values).get(0);
  }

  private <T> List<T> rows(String query, Reader<T> reader, Object... values) throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(query)) {
      fill(select, values);
      ResultSet row = select.executeQuery();
      while (row.next()) {
        all.add(reader.of(row));
      }
    }
    return all;
  }

  private int update(String command, Object... values) throws SQLException {
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

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static String text(Intervals intervals) {
    try {
      return JSON.writeValueAsString(intervals.all());
    } catch (JsonProcessingException e) {
      throw new StoreException("intervals can't be written as JSON", e);
    }
  }

  /** The first state, before any change, has no row; it is empty. */
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
