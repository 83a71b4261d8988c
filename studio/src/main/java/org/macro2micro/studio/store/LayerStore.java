package org.macro2micro.studio.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macro2micro.studio.layer.Intervals;
import org.macro2micro.studio.layer.Layer;
import org.macro2micro.studio.store.LayerRows.Standing;

/**
 * Keeps what annotators say of films, with every change that they made. A change leads from one
 * state to another; undo goes back to the state before, and redo forward again along the last way.
 * Each of these is a revision, and is durable when its method returns.
 */
public final class LayerStore {
  /** The largest number of layers of a film. */
  public static final int MOST_LAYERS = 50;

  /** The largest number of revisions of a layer. */
  public static final int MOST_REVISIONS = 20_000;

  private final Database database;
  private final InstantSource clock;
  private final int mostRevisions;

  /** Keeps layers in a database; the clock gives the times of changes. */
  public LayerStore(Database database, InstantSource clock) {
    this(database, clock, MOST_REVISIONS);
  }

  LayerStore(Database database, InstantSource clock, int mostRevisions) {
    this.database = database;
    this.clock = clock;
    this.mostRevisions = mostRevisions;
  }

  /** What became of a change. */
  public enum Outcome {
    /** The layer has changed. */
    DONE,
    /** The layer is not at the revision that the caller had read. */
    OTHER_REVISION,
    /** The layer has nothing to undo or redo. */
    NOTHING_THERE,
    /** The film has {@link #MOST_LAYERS} layers. */
    TOO_MANY_LAYERS,
    /** The layer has {@link #MOST_REVISIONS} revisions. */
    TOO_MANY_REVISIONS
  }

  /**
   * What became of a change.
   *
   * @param outcome whether the layer has changed, or why not
   * @param layer the layer as it is now, or nothing if the annotator has none
   */
  public record Change(Outcome outcome, Optional<Layer> layer) {}

  /** Finds where a layer is to go from where it stands. */
  @FunctionalInterface
  private interface Step {
    Optional<Standing> from(LayerRows rows, Standing standing) throws SQLException;
  }

  /** Returns the layers of a film in the order of their annotators. */
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
              layers.add(new LayerRows(connection, job, row.getString(1)).layer().orElseThrow());
            }
          }
          return layers;
        });
  }

  /** Returns an annotator's layer of a film, or nothing if the annotator has none. */
  public Optional<Layer> find(JobId job, String annotator) {
    return database.transact(connection -> new LayerRows(connection, job, annotator).layer());
  }

  /**
   * Writes a layer.
   *
   * @param revision the revision that was read before; 0 for a new layer
   */
  public Change write(JobId job, String annotator, int revision, Intervals intervals) {
    return database.transact(
        connection -> {
          LayerRows rows = new LayerRows(connection, job, annotator);
          Optional<Standing> standing = rows.standing();
          if (standing.map(Standing::revision).orElse(0) != revision) {
            return new Change(Outcome.OTHER_REVISION, rows.layer());
          }
          if (standing.isEmpty() && rows.layers() >= MOST_LAYERS) {
            return new Change(Outcome.TOO_MANY_LAYERS, Optional.empty());
          }
          if (revision >= mostRevisions) {
            return new Change(Outcome.TOO_MANY_REVISIONS, rows.layer());
          }
          Standing from = standing.isPresent() ? standing.get() : rows.add();
          int state = rows.addState(from.state(), intervals);
          return moved(rows, new Standing(from.revision() + 1, state, state));
        });
  }

  /** Goes back to the state before the last change. */
  public Change undo(JobId job, String annotator) {
    return step(
        job,
        annotator,
        (rows, now) ->
            now.state() == 0
                ? Optional.empty()
                : Optional.of(
                    new Standing(now.revision() + 1, rows.before(now.state()), now.head())));
  }

  /** Goes forward again to what was undone last. */
  public Change redo(JobId job, String annotator) {
    return step(
        job,
        annotator,
        (rows, now) -> {
          if (now.state() == now.head()) {
            return Optional.empty();
          }
          int next = now.head();
          for (int before = rows.before(next); before != now.state(); before = rows.before(next)) {
            next = before;
          }
          return Optional.of(new Standing(now.revision() + 1, next, now.head()));
        });
  }

  private Change step(JobId job, String annotator, Step step) {
    return database.transact(
        connection -> {
          LayerRows rows = new LayerRows(connection, job, annotator);
          Optional<Standing> standing = rows.standing();
          Optional<Standing> to =
              standing.isEmpty() ? Optional.empty() : step.from(rows, standing.get());
          if (to.isEmpty()) {
            return new Change(Outcome.NOTHING_THERE, rows.layer());
          }
          if (to.get().revision() > mostRevisions) {
            return new Change(Outcome.TOO_MANY_REVISIONS, rows.layer());
          }
          return moved(rows, to.get());
        });
  }

  private Change moved(LayerRows rows, Standing to) throws SQLException {
    rows.move(to, clock.millis());
    return new Change(Outcome.DONE, rows.layer());
  }

  /** Returns every revision of a layer, the newest first. */
  public List<Layer.Revision> history(JobId job, String annotator) {
    return database.transact(connection -> new LayerRows(connection, job, annotator).revisions());
  }

  /** Forgets a layer with its history, and returns whether it was there. */
  public boolean delete(JobId job, String annotator) {
    return database.transact(connection -> new LayerRows(connection, job, annotator).delete());
  }
}
