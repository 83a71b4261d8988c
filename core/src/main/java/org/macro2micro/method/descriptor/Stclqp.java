package org.macro2micro.method.descriptor;

import java.util.Arrays;
import java.util.Iterator;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.LearntDescriptor;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.PreparedClip;

/**
 * STCLQP: spatiotemporal completed local quantised patterns (Huang et al. 2016, section 3). In each
 * of the planes XY, XT and YT of LBP-TOP, three binary patterns of P bits describe a voxel:
 *
 * <ul>
 *   <li>sign: bit p is 1 if point p is not darker than the voxel;
 *   <li>magnitude: if their absolute difference is not below its mean over all points and voxels of
 *       the plane in the clip (as in completed local binary patterns, Guo et al. 2010, Eq. 7);
 *   <li>orientation: if the gradients in the plane at the point and at the voxel do not point more
 *       than a right angle apart.
 * </ul>
 *
 * Each of the nine has a codebook, learnt from training clips: {@link PatternCodebook}. A block has
 * nine histograms of codewords, plane by plane and each plane kind by kind, each of sum 1. {@code
 * bins} is the number of codewords; the length is slices*rows*columns * 9*bins. Which voxels count,
 * and which block is theirs, is as in {@link LbpTop}.
 *
 * <p>Departures: the paper's text was not at hand beyond its abstract. Its orientation component
 * was not found in full, so the one above is this library's. Its choice of discriminative codewords
 * by labels is left out: codebooks are learnt without labels. So results are not the paper's, and
 * must not be named so.
 *
 * <p>Usual parameters: not found in an open source. LBP-TOP's with P=8, and 64 codewords, are this
 * library's.
 */
public final class Stclqp implements LearntDescriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "stclqp",
          "STCLQP",
          "spatiotemporal completed local quantised patterns, linear SVM",
          "Huang, Zhao, Hong, Zheng and Pietikainen, Neurocomputing 175, 2016",
          Needs.frames(),
          "the orientation component is this library's, and codewords are learnt without labels",
          HandcraftedMethod.learning(Settings.class, Stclqp::new));

  private static final int PLANES = 3;
  private static final int BOOKS = PLANES * CompletedPatterns.KINDS;

  /**
   * The settings of STCLQP.
   *
   * @param rows blocks from top to bottom, 1 to 64
   * @param columns blocks from left to right, 1 to 64
   * @param slices blocks along time, 1 to 64
   * @param radiusX horizontal radius of a neighbourhood in pixels, 1 to 32
   * @param radiusY vertical radius in pixels, 1 to 32
   * @param radiusT radius along time in frames, 1 to 32
   * @param neighbours P, points of a neighbourhood, 4 to 16
   * @param bins codewords of each codebook, 2 to 64
   * @param svm the machines
   */
  public record Settings(
      int rows,
      int columns,
      int slices,
      int radiusX,
      int radiusY,
      int radiusT,
      int neighbours,
      int bins,
      SvmSettings svm)
      implements DescriptorBlock {
    public Settings {
      new Blocks(rows, columns, slices);
      new Radii(radiusX, radiusY, radiusT);
      Blocks.requireNeighbours(neighbours);
      Blocks.requireBins(bins);
    }

    Blocks blocks() {
      return new Blocks(rows, columns, slices);
    }

    Radii radii() {
      return new Radii(radiusX, radiusY, radiusT);
    }
  }

  private final Settings settings;

  public Stclqp(Settings settings) {
    this.settings = settings;
  }

  /** Nine tables of 2^P codewords, plane by plane and each plane kind by kind. */
  @Override
  public float[] learn(Iterator<PreparedClip> training) {
    if (!training.hasNext()) {
      throw new IllegalArgumentException(
          "no training clips: expected at least one to learn codebooks from");
    }
    Blocks whole = new Blocks(1, 1, 1);
    int patterns = 1 << settings.neighbours();
    int[] identity = new int[patterns];
    Arrays.setAll(identity, code -> code);
    int[][] identities = new int[BOOKS][];
    Arrays.fill(identities, identity);
    long[] counts = new long[BOOKS * patterns];
    while (training.hasNext()) {
      GreyVolume volume = GreyVolume.of(training.next());
      counted(volume, whole, identities, patterns).addTo(counts);
    }
    float[] learnt = new float[counts.length];
    for (int book = 0; book < BOOKS; book++) {
      long[] own = Arrays.copyOfRange(counts, book * patterns, (book + 1) * patterns);
      int[] table = PatternCodebook.table(own, settings.bins());
      for (int code = 0; code < patterns; code++) {
        learnt[book * patterns + code] = table[code];
      }
    }
    return learnt;
  }

  @Override
  public Descriptor with(float[] learnt) {
    int patterns = 1 << settings.neighbours();
    if (learnt.length != BOOKS * patterns) {
      throw new IllegalArgumentException(
          "codebooks: found %d patterns in all, expected %d for neighbours=%d; learn them again"
              .formatted(learnt.length, BOOKS * patterns, settings.neighbours()));
    }
    int[][] tables = new int[BOOKS][patterns];
    for (int i = 0; i < learnt.length; i++) {
      int word = (int) learnt[i];
      if (word != learnt[i] || word < 0 || word >= settings.bins()) {
        throw new IllegalArgumentException(
            "codeword %s of pattern %d: expected a whole number from 0 to %d, as bins=%d; learn the codebooks again"
                .formatted(learnt[i], i, settings.bins() - 1, settings.bins()));
      }
      tables[i / patterns][i % patterns] = word;
    }
    return clip ->
        counted(GreyVolume.of(clip), settings.blocks(), tables, settings.bins()).normalised();
  }

  private BlockHistograms counted(GreyVolume volume, Blocks blocks, int[][] tables, int bins) {
    int[] all = new int[BOOKS];
    Arrays.fill(all, bins);
    BlockHistograms histograms = new BlockHistograms(volume, blocks, settings.radii(), all);
    CompletedPatterns[] planes =
        CompletedPatterns.planes(volume, settings.radii(), settings.neighbours());
    for (int book = 0; book < BOOKS; book++) {
      CompletedPatterns plane = planes[book / CompletedPatterns.KINDS];
      int kind = book % CompletedPatterns.KINDS;
      int[] table = tables[book];
      histograms.count(
          book,
          (start, codes) -> {
            plane.codes(kind, start, codes);
            for (int i = 0; i < codes.length; i++) {
              codes[i] = table[codes[i]];
            }
          });
    }
    return histograms;
  }
}
