package org.macro2micro.descriptor;

import java.util.Arrays;
import java.util.Iterator;
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
  private static final int PLANES = 3;
  private static final int BOOKS = PLANES * CompletedPatterns.KINDS;

  private final DescriptorSettings settings;

  public Stclqp(DescriptorSettings settings) {
    this.settings = settings;
  }

  /** Nine tables of 2^P codewords, plane by plane and each plane kind by kind. */
  @Override
  public float[] learn(Iterator<PreparedClip> training) {
    if (!training.hasNext()) {
      throw new IllegalArgumentException(
          "no training clips: expected at least one to learn codebooks from");
    }
    DescriptorSettings whole =
        new DescriptorSettings(
            1,
            1,
            1,
            settings.radiusX(),
            settings.radiusY(),
            settings.radiusT(),
            settings.neighbours(),
            settings.bins());
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
          "codebooks: found %d patterns in all, expected %d for descriptor.neighbours=%d; learn them again"
              .formatted(learnt.length, BOOKS * patterns, settings.neighbours()));
    }
    int[][] tables = new int[BOOKS][patterns];
    for (int i = 0; i < learnt.length; i++) {
      int word = (int) learnt[i];
      if (word != learnt[i] || word < 0 || word >= settings.bins()) {
        throw new IllegalArgumentException(
            "codeword %s of pattern %d: expected a whole number from 0 to %d, as descriptor.bins=%d; learn the codebooks again"
                .formatted(learnt[i], i, settings.bins() - 1, settings.bins()));
      }
      tables[i / patterns][i % patterns] = word;
    }
    return clip -> counted(GreyVolume.of(clip), settings, tables, settings.bins()).normalised();
  }

  private static BlockHistograms counted(
      GreyVolume volume, DescriptorSettings settings, int[][] tables, int bins) {
    int[] all = new int[BOOKS];
    Arrays.fill(all, bins);
    BlockHistograms histograms = new BlockHistograms(volume, settings, all);
    CompletedPatterns[] planes = CompletedPatterns.planes(volume, settings);
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
