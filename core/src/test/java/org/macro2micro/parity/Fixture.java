package org.macro2micro.parity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Arrays that tools/parity wrote, and how far from them ours are. An error is relative to the
 * largest number of the tensor: max |ours - theirs| / max |theirs|. The worst of each comparison is
 * left in target/parity for docs/parity.md.
 */
public final class Fixture {
  private final String name;
  private final SortedMap<String, double[]> arrays = new TreeMap<>();
  private double worst;

  /** Reads NAME.npz. */
  public Fixture(String name) {
    this.name = name;
    try (NDManager manager = NDManager.newBaseManager()) {
      for (NDArray array : NDList.decode(manager, bytes(name + ".npz"))) {
        arrays.put(array.getName(), array.toType(DataType.FLOAT64, true).toDoubleArray());
      }
    }
    assertThat(arrays).as(name).isNotEmpty();
  }

  /** A file beside the fixtures. */
  public static byte[] bytes(String file) {
    try (InputStream in = Fixture.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("fixture " + file + " is missing; see tools/parity/README.md");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All arrays by name. */
  public SortedMap<String, double[]> arrays() {
    return Collections.unmodifiableSortedMap(arrays);
  }

  /** One array. */
  public double[] get(String array) {
    double[] values = arrays.get(array);
    assertThat(values).as("%s in %s.npz", array, name).isNotNull();
    return values;
  }

  /** One array of whole numbers. */
  public long[] longs(String array) {
    double[] values = get(array);
    long[] longs = new long[values.length];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = (long) values[i];
    }
    return longs;
  }

  /** Compares with a whole array. */
  public void compare(String array, double[] ours, double tolerance) {
    double[] theirs = get(array);
    assertThat(ours).as(array).hasSameSizeAs(theirs);
    double most = 0;
    double difference = 0;
    for (int i = 0; i < ours.length; i++) {
      most = Math.max(most, Math.abs(theirs[i]));
      // A comparison by max would skip NaN.
      double here = Math.abs(ours[i] - theirs[i]);
      difference = here <= difference ? difference : here;
    }
    assertThat(most).as(array + " is not all zero").isPositive();
    accept(array, difference / most, tolerance);
  }

  /** The same of single precision. */
  public void compare(String array, float[] ours, double tolerance) {
    compare(array, toDouble(ours), tolerance);
  }

  /** Compares with an array of which, if it is large, the fixture has only what pins it down. */
  public void compareSummary(String array, float[] ours, double tolerance) {
    if (arrays.containsKey("full " + array)) {
      compare("full " + array, ours, tolerance);
      return;
    }
    double[] values = toDouble(ours);
    double norm = get("norm " + array)[0];
    double most = get("norm " + array)[1];
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    accept("norm " + array, Math.abs(Math.sqrt(squares) - norm) / norm, tolerance);
    double[] dots = get("dots " + array);
    for (int k = 0; k < dots.length; k++) {
      double[] direction = HashedNumbers.uniform("dot " + k + " " + array, values.length);
      double dot = 0;
      for (int i = 0; i < values.length; i++) {
        dot += values[i] * direction[i];
      }
      accept("dot " + k + " " + array, Math.abs(dot - dots[k]) / norm, tolerance);
    }
    double[] entries = get("entries " + array);
    int[] at = HashedNumbers.positions("entry " + array, entries.length, values.length);
    for (int i = 0; i < at.length; i++) {
      double error = Math.abs(values[at[i]] - entries[i]) / most;
      accept("entry " + at[i] + " of " + array, error, tolerance);
    }
  }

  private void accept(String what, double error, double tolerance) {
    assertThat(error).as("%s: relative error of %s", name, what).isLessThanOrEqualTo(tolerance);
    worst = Math.max(worst, error);
  }

  /** Leaves the worst error of all comparisons so far under {@code title}. */
  public void record(String title) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "parity"));
      String line = String.format(Locale.ROOT, "%s: %.1e%n", title, worst);
      Files.writeString(folder.resolve(title.replace(' ', '-') + ".txt"), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] toDouble(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
