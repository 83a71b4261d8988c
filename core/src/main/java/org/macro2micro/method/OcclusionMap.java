package org.macro2micro.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.preprocess.ClipOcclusion;
import org.macro2micro.preprocess.FaceSquare;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreparedClip;

/**
 * What a recogniser's decision about a clip rests on, by occlusion (Zeiler and Fergus, "Visualizing
 * and Understanding Convolutional Networks", ECCV 2014): a square of the face is hidden in all
 * frames at once, the clip is predicted again, and so square after square. Where the probability of
 * the class falls, the decision rests on what was hidden. It asks for predictions alone, so it
 * works for every recogniser, with or without a network. It needs no seed: the same clip and model
 * give the same map.
 *
 * <p>What is hidden is movement ({@link ClipOcclusion}), so the map says nothing of what a model
 * takes from the still face, such as who it is or how the light falls. Two places that each suffice
 * for the decision hide each other: neither is missed alone.
 *
 * @param label the class that the recogniser names for the whole clip
 * @param score its probability for the whole clip, 0 to 1
 * @param strongest the square without which the score is lowest, the first of several
 * @param without the score without the movement in that square, 0 to 1
 * @param cells n: the map has n rows of n cells
 * @param falls n*n numbers in [-1, 1], row by row: by how much the score is lower than for the
 *     whole clip, as the mean over all squares that hide the cell. Below 0 the score rises, so what
 *     moves there speaks against the class
 */
public record OcclusionMap(
    String label,
    double score,
    FaceSquare strongest,
    double without,
    int cells,
    List<Double> falls) {
  /** A descriptor may take seconds for each clip, in which nobody is asked whether to go on. */
  private static final int MOST_TOGETHER = 8;

  public OcclusionMap {
    falls = List.copyOf(falls);
    if (falls.size() != cells * cells) {
      throw new IllegalArgumentException(
          "occlusion map of %d values; expected %d rows of %d"
              .formatted(falls.size(), cells, cells));
    }
  }

  /**
   * The squares that are hidden.
   *
   * @param cells n: the face is n cells wide and high, 1 to 64
   * @param hidden width and height of a square in cells, 1 to n. Squares lie a cell apart, so that
   *     they overlap if it is above 1; there are (n - hidden + 1) squared of them, each of which
   *     costs a prediction
   */
  public record Grid(int cells, int hidden) {
    /**
     * 49 squares of a quarter of the face's width, an eighth apart: a brow with the forehead above
     * it, an eye, or a corner of the mouth. A choice of ours, for which no other was tried.
     */
    public static final Grid DEFAULT = new Grid(8, 2);

    private static final int MOST = 64;

    public Grid {
      if (cells < 1 || cells > MOST || hidden < 1 || hidden > cells) {
        throw new IllegalArgumentException(
            "occlusion: found %d cells, %d of them hidden; expected 1 to %d cells, and 1 to as many hidden"
                .formatted(cells, hidden, MOST));
      }
    }

    private int across() {
      return cells - hidden + 1;
    }

    /** All squares, row by row. */
    List<FaceSquare> squares() {
      List<FaceSquare> squares = new ArrayList<>();
      for (int y = 0; y < across(); y++) {
        for (int x = 0; x < across(); x++) {
          squares.add(
              new FaceSquare((double) x / cells, (double) y / cells, (double) hidden / cells));
        }
      }
      return squares;
    }

    /** Returns for each cell the mean over the squares that hide it. */
    private List<Double> means(double[] bySquare) {
      List<Double> means = new ArrayList<>();
      for (int cell = 0; cell < cells * cells; cell++) {
        int x = cell % cells;
        int y = cell / cells;
        double sum = 0;
        int count = 0;
        for (int top = Math.max(0, y - hidden + 1); top <= Math.min(y, across() - 1); top++) {
          for (int left = Math.max(0, x - hidden + 1); left <= Math.min(x, across() - 1); left++) {
            sum += bySquare[top * across() + left];
            count++;
          }
        }
        means.add(sum / count);
      }
      return means;
    }
  }

  /**
   * Makes the map of a clip. At most {@value #MOST_TOGETHER} clips are held and predicted at once,
   * so memory does not grow with the number of squares.
   *
   * @param isCancelled asked before each of these passes
   * @return empty if it was cancelled
   * @throws PreparationException if the clip can't be prepared with a square hidden
   */
  public static Optional<OcclusionMap> of(
      Recognizer recognizer, ClipOcclusion clip, Grid grid, BooleanSupplier isCancelled)
      throws PreparationException {
    PreparedClip whole = clip.whole();
    Prediction named = recognizer.predict(List.of(whole.id()), id -> whole).get(0);
    int best = greatest(named.probabilities());
    double score = named.probabilities().get(best);
    List<FaceSquare> squares = grid.squares();
    double[] scores = new double[squares.size()];
    int together = Math.min(MOST_TOGETHER, BatchedPrediction.most(whole));
    for (int from = 0; from < scores.length; from += together) {
      if (isCancelled.getAsBoolean()) {
        return Optional.empty();
      }
      int end = Math.min(scores.length, from + together);
      List<Prediction> predictions = predictions(recognizer, clip, squares.subList(from, end));
      for (int i = from; i < end; i++) {
        scores[i] = predictions.get(i - from).probabilities().get(best);
      }
    }
    int lowest = 0;
    double[] falls = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      falls[i] = score - scores[i];
      lowest = scores[i] < scores[lowest] ? i : lowest;
    }
    return Optional.of(
        new OcclusionMap(
            named.label(),
            score,
            squares.get(lowest),
            scores[lowest],
            grid.cells(),
            grid.means(falls)));
  }

  private static List<Prediction> predictions(
      Recognizer recognizer, ClipOcclusion clip, List<FaceSquare> squares)
      throws PreparationException {
    ClipId whole = clip.whole().id();
    Map<ClipId, PreparedClip> made = new HashMap<>();
    List<ClipId> ids = new ArrayList<>();
    for (FaceSquare square : squares) {
      ClipId id = new ClipId(whole.subject(), "%s without %d".formatted(whole.name(), ids.size()));
      made.put(id, clip.without(id, square));
      ids.add(id);
    }
    return recognizer.predict(
        ids, id -> Objects.requireNonNull(made.get(id), "each clip that is asked for was made"));
  }

  private static int greatest(List<Double> probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.size(); k++) {
      best = probabilities.get(k) > probabilities.get(best) ? k : best;
    }
    return best;
  }

  /**
   * Returns the map over a picture of the face. Between the middles of cells it is linear.
   *
   * @param size pixels of the square picture
   * @return size*size falls, row by row
   */
  public float[] pixels(int size) {
    float[] pixels = new float[size * size];
    for (int i = 0; i < pixels.length; i++) {
      double x = place(i % size, size);
      double y = place(i / size, size);
      int left = (int) x;
      int top = (int) y;
      double right = x - left;
      double below = y - top;
      pixels[i] =
          (float)
              ((1 - below) * ((1 - right) * at(left, top) + right * at(left + 1, top))
                  + below * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1)));
    }
    return pixels;
  }

  private double place(int pixel, int size) {
    return Math.max(0, Math.min(cells - 1, (pixel + .5) * cells / size - .5));
  }

  private double at(int x, int y) {
    return falls.get(Math.min(y, cells - 1) * cells + Math.min(x, cells - 1));
  }
}
