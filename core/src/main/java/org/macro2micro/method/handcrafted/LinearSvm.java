package org.macro2micro.method.handcrafted;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/**
 * Linear support vector machines, one for each class against the rest: least |w|^2/2 + b^2/2 + C
 * times the sum of the hinge losses (Hsieh et al., ICML 2008, by LIBLINEAR). Before, rows are moved
 * so that their mean is 0 and divided by their root mean square distance to it, so that one C means
 * about the same for every descriptor; both numbers are of the training rows.
 *
 * <p>A class without training rows is never named; where one class alone has any, it always is.
 *
 * @param weights K rows of r, for rows as they come
 * @param biases K, added to the product with the row less the mean
 * @param mean r, of the training rows
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record LinearSvm(double[][] weights, double[] biases, double[] mean) {
  /** Less than any decision, and finite, so that it can be stored. */
  static final double NEVER = -1e6;

  private static final double TOLERANCE = .01;
  private static final int MOST_ROUNDS = 1000;

  /** K decision values; the greatest is the class. */
  double[] decisions(double[] row) {
    double[] decisions = biases.clone();
    for (int k = 0; k < decisions.length; k++) {
      for (int i = 0; i < row.length; i++) {
        decisions[k] += weights[k][i] * (row[i] - mean[i]);
      }
    }
    return decisions;
  }

  /** The position of the greatest value, the first of several. */
  static int greatest(double[] decisions) {
    int best = 0;
    for (int k = 1; k < decisions.length; k++) {
      best = decisions[k] > decisions[best] ? k : best;
    }
    return best;
  }

  /** Rows with their classes, ready to be learnt from with any C. */
  static final class Lesson {
    private final int[] labels;
    private final int[] sizes;
    private final double[] mean;
    private final double scale;
    private final Feature[][] features;

    /**
     * @param rows at least one, all of r numbers
     * @param labels the class of each, in 0..classes-1
     */
    Lesson(double[][] rows, int[] labels, int classes) {
      this.labels = labels;
      int width = rows[0].length;
      sizes = new int[classes];
      mean = new double[width];
      for (int n = 0; n < rows.length; n++) {
        sizes[labels[n]]++;
        for (int i = 0; i < width; i++) {
          mean[i] += rows[n][i] / rows.length;
        }
      }
      double square = 0;
      for (double[] row : rows) {
        for (int i = 0; i < width; i++) {
          square += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.length;
        }
      }
      scale = square > 0 ? 1 / Math.sqrt(square) : 1;
      features = new Feature[rows.length][width + 1];
      for (int n = 0; n < rows.length; n++) {
        for (int i = 0; i < width; i++) {
          features[n][i] = new FeatureNode(i + 1, scale * (rows[n][i] - mean[i]));
        }
        features[n][width] = new FeatureNode(width + 1, 1);
      }
    }

    /** Learns; the same rows in the same order and the same C give the same bits. */
    LinearSvm learn(double c, SvmSettings.ClassWeights weighting) {
      int width = mean.length;
      double[][] weights = new double[sizes.length][width];
      double[] biases = new double[sizes.length];
      for (int k = 0; k < sizes.length; k++) {
        if (sizes[k] == 0) {
          biases[k] = NEVER;
        } else if (sizes[k] < labels.length) {
          double[] learnt = learn(k, c, weighting);
          for (int i = 0; i < width; i++) {
            weights[k][i] = scale * learnt[i];
          }
          biases[k] = learnt[width];
        }
      }
      return new LinearSvm(weights, biases, mean);
    }

    private double[] learn(int k, double c, SvmSettings.ClassWeights weighting) {
      Problem problem = new Problem();
      problem.l = labels.length;
      problem.n = mean.length + 1;
      problem.x = features;
      problem.y = new double[labels.length];
      for (int n = 0; n < labels.length; n++) {
        problem.y[n] = labels[n] == k ? 1 : -1;
      }
      // A parameter brings its own generator, seeded with 0: no two trainings share one.
      Parameter parameter =
          new Parameter(SolverType.L2R_L1LOSS_SVC_DUAL, c, MOST_ROUNDS, TOLERANCE);
      if (weighting == SvmSettings.ClassWeights.BALANCED) {
        double half = labels.length / 2.;
        parameter.setWeights(
            new double[] {half / sizes[k], half / (labels.length - sizes[k])}, new int[] {1, -1});
      }
      Linear.disableDebugOutput();
      return Linear.train(problem, parameter).getFeatureWeights();
    }
  }
}
