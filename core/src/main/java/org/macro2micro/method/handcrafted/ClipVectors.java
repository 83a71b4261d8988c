package org.macro2micro.method.handcrafted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipPixels;

/**
 * The vectors of clips and their products with each other, kept from fold to fold for one source of
 * clips. What is kept is the union of the training sets seen; before it would grow over the bound
 * it is forgotten, so that in memory lies never more than the bound or one training set, whichever
 * is larger. Neither vectors nor products depend on what was computed before. Safe for several
 * threads, which wait for each other.
 */
final class ClipVectors {
  /** 1 GiB; 442 clips of 22656 values need 40 MiB. */
  static final long MOST_BYTES = 1L << 30;

  private final Descriptor descriptor;
  private final long mostBytes;
  private final Map<ClipId, Integer> places = new HashMap<>();
  private final List<float[]> vectors = new ArrayList<>();
  private final List<Long> contents = new ArrayList<>();
  private final List<double[]> products = new ArrayList<>();
  private String source = "";

  ClipVectors(Descriptor descriptor, long mostBytes) {
    this.descriptor = descriptor;
    this.mostBytes = mostBytes;
  }

  /**
   * Clips as vectors.
   *
   * @param vectors n vectors of one length d
   * @param gram n rows of n: the inner product of each vector with each
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once and never compared
  record Measured(List<float[]> vectors, double[][] gram) {}

  /**
   * The vectors of these clips, in their order.
   *
   * @param clips at least one, each once
   * @param digest names content and preparation of the clips' source
   * @throws IllegalArgumentException if a clip can't be described, or its vector is not as long as
   *     that of the first clip; the message names the clip
   */
  synchronized Measured of(List<ClipId> clips, ClipPixels pixels, String digest) {
    if (!digest.equals(source)) {
      forget();
      source = digest;
    }
    List<ClipId> missing = clips.stream().filter(id -> !places.containsKey(id)).toList();
    List<Described> made = describe(missing, pixels);
    long added = made.stream().mapToLong(one -> bytes(one.vector.length)).sum();
    if (heldBytes() + added > mostBytes && !places.isEmpty()) {
      forget();
      source = digest;
      missing = clips;
      made = describe(missing, pixels);
    }
    add(missing, made);
    return measured(clips);
  }

  /**
   * The vectors of any clips, kept ones if they are of the same pixels. None is kept for later.
   *
   * @throws IllegalArgumentException as {@link #of} does
   */
  List<float[]> look(List<ClipId> clips, ClipPixels pixels) {
    return InOrder.map(
        clips,
        id -> {
          float[] kept = find(id, content(pixels.of(id)));
          return kept.length > 0 ? kept : describe(id, pixels).vector;
        });
  }

  private synchronized float[] find(ClipId id, long content) {
    Integer place = places.get(id);
    return place != null && contents.get(place) == content ? vectors.get(place) : new float[0];
  }

  private void forget() {
    places.clear();
    vectors.clear();
    contents.clear();
    products.clear();
    source = "";
  }

  /** Bytes of the vectors that are kept; the products, 8 bytes a pair of clips, are not counted. */
  synchronized long heldBytes() {
    return vectors.stream().mapToLong(v -> bytes(v.length)).sum();
  }

  private static long bytes(int length) {
    return (long) length * Float.BYTES;
  }

  private void add(List<ClipId> clips, List<Described> made) {
    int first = vectors.size();
    for (int i = 0; i < clips.size(); i++) {
      requireLength(clips.get(i), made.get(i).vector);
      places.put(clips.get(i), first + i);
      vectors.add(made.get(i).vector);
      contents.add(made.get(i).content);
    }
    List<Integer> rows = IntStream.range(first, vectors.size()).boxed().toList();
    products.addAll(InOrder.map(rows, this::row));
  }

  private void requireLength(ClipId clip, float[] vector) {
    if (!vectors.isEmpty() && vectors.get(0).length != vector.length) {
      int expected = vectors.get(0).length;
      forget();
      throw new IllegalArgumentException(
          "clip %s: its vector has %d values, expected the %d of the clips before it; prepare all clips to one size and length"
              .formatted(clip, vector.length, expected));
    }
  }

  private double[] row(int place) {
    double[] row = new double[place + 1];
    for (int other = 0; other <= place; other++) {
      row[other] = product(vectors.get(place), vectors.get(other));
    }
    return row;
  }

  /** The inner product; four sums at once, as one would wait for itself. */
  static double product(float[] a, float[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += (double) a[i] * b[i];
      second += (double) a[i + 1] * b[i + 1];
      third += (double) a[i + 2] * b[i + 2];
      fourth += (double) a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += (double) a[i] * b[i];
    }
    return (first + second) + (third + fourth);
  }

  private Measured measured(List<ClipId> clips) {
    int[] place = clips.stream().mapToInt(places::get).toArray();
    List<float[]> chosen = new ArrayList<>();
    double[][] gram = new double[place.length][place.length];
    for (int i = 0; i < place.length; i++) {
      chosen.add(vectors.get(place[i]));
      for (int j = 0; j < place.length; j++) {
        gram[i][j] = products.get(Math.max(place[i], place[j]))[Math.min(place[i], place[j])];
      }
    }
    return new Measured(List.copyOf(chosen), gram);
  }

  /**
   * A clip's vector.
   *
   * @param content of the pixels it is of
   */
  @SuppressWarnings("ArrayRecordComponent") // taken apart at once
  private record Described(float[] vector, long content) {}

  private List<Described> describe(List<ClipId> clips, ClipPixels pixels) {
    return InOrder.map(clips, id -> describe(id, pixels));
  }

  /** A digest of the pixels: with the clip's name it tells clips apart, whatever their source. */
  private static long content(PreparedClip clip) {
    long digest = clip.apex();
    for (float value : clip.pixels()) {
      digest = 1_000_003 * digest + Float.floatToRawIntBits(value);
    }
    return digest;
  }

  /**
   * The vector of one clip.
   *
   * @throws IllegalArgumentException if there is none of finite numbers; the message names the clip
   */
  private Described describe(ClipId id, ClipPixels pixels) {
    PreparedClip clip = pixels.of(id);
    float[] vector;
    try {
      vector = descriptor.of(clip);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          message.contains(id.toString()) ? message : "clip " + id + ": " + message, e);
    }
    for (int i = 0; i < vector.length; i++) {
      if (!Float.isFinite(vector[i])) {
        throw new IllegalArgumentException(
            "clip %s: found %s at position %d of its vector, expected finite numbers; are its pixels finite?"
                .formatted(id, vector[i], i));
      }
    }
    return new Described(vector, content(clip));
  }
}
