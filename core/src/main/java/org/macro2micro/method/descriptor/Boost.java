package org.macro2micro.method.descriptor;

import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.PreparedClip;

/**
 * Boost: one linear map that magnifies a clip and interpolates it at once, before an ordinary
 * descriptor (Peng, Hong, Xu and Zhao: "A boost in revealing subtle facial expressions: a
 * consolidated Eulerian framework", FG 2019). The map is the preparation, {@code
 * preprocess.eulerian}: a matrix in time takes all frames from onset to offset to T magnified ones.
 * It and its numbers (alpha 10, lambda 16, r1 .4, r2 .05) are those of the demonstration in the
 * authors' public program; the function that makes the matrix is not in it, but the matrix follows
 * from the recursion that is.
 *
 * <p>What comes after the map is a guess. Which descriptor and which classifier gave the published
 * numbers stands in nothing that could be read. They lie just above those of HIGO with
 * magnification, which is of the same laboratory, so {@link HigoTop} with a linear support vector
 * machine is the default, and {@link LbpTop} the other choice; their numbers of blocks, and the ten
 * frames, are as there. Whether the authors take grey or colour is not known either: their
 * demonstration gives grey frames, and so do the defaults, in which clips are made grey before they
 * are magnified.
 *
 * <p>Other departures: frames are scaled before they are magnified and not after it, so that lambda
 * counts pixels of the prepared frame, which has 128 where the demonstration's are 140 wide;
 * magnified frames are not rounded to bytes. As with the authors, r1 and r2 are per frame, so SMIC
 * (100 frames a second) and CASME II (200) are seen in different bands of time.
 */
public final class Boost implements Descriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "boost",
          "Boost",
          "Eulerian magnification and interpolation by one matrix in time, then HIGO-TOP or LBP-TOP, linear SVM",
          "Peng, Hong, Xu and Zhao, FG 2019",
          Needs.frames(),
          "descriptor and classifier are a guess, for only the magnification is public: HIGO-TOP and a linear SVM; clips are magnified after scaling, in grey; r1 and r2 are per frame, so databases of other rates see other bands",
          "only its magnification is public; the descriptor (HIGO-TOP unless set otherwise) and the classifier (linear SVM) are a guess of ours.",
          HandcraftedMethod.maker(Settings.class, Boost::new));

  /** What describes the magnified clip. */
  public enum Kind {
    /** {@link HigoTop}. */
    HIGO_TOP,
    /** {@link LbpTop}. */
    LBP_TOP
  }

  /**
   * The settings of Boost but for its preparation.
   *
   * @param descriptor what describes the magnified clip
   * @param rows blocks from top to bottom, 1 to 64
   * @param columns blocks from left to right, 1 to 64
   * @param slices blocks along time, 1 to 64
   * @param bins HIGO-TOP: of a histogram of directions, 2 to 64
   * @param radiusX LBP-TOP: horizontal radius of a neighbourhood in pixels, 1 to 32
   * @param radiusY LBP-TOP: vertical radius in pixels, 1 to 32
   * @param radiusT LBP-TOP: radius along time in frames, 1 to 32
   * @param neighbours LBP-TOP: points of a neighbourhood, 4 to 16
   * @param svm the machines
   */
  public record Settings(
      Kind descriptor,
      int rows,
      int columns,
      int slices,
      int bins,
      int radiusX,
      int radiusY,
      int radiusT,
      int neighbours,
      SvmSettings svm)
      implements DescriptorBlock {
    public Settings {
      new HigoTop.Settings(rows, columns, slices, bins, svm);
      new LbpTop.Settings(rows, columns, slices, radiusX, radiusY, radiusT, neighbours, svm);
    }

    private Descriptor make() {
      return switch (descriptor) {
        case HIGO_TOP -> new HigoTop(new HigoTop.Settings(rows, columns, slices, bins, svm));
        case LBP_TOP ->
            new LbpTop(
                new LbpTop.Settings(
                    rows, columns, slices, radiusX, radiusY, radiusT, neighbours, svm));
      };
    }
  }

  private final Descriptor descriptor;

  /** The descriptor that these settings choose. */
  public Boost(Settings settings) {
    descriptor = settings.make();
  }

  @Override
  public float[] of(PreparedClip clip) {
    return descriptor.of(clip);
  }
}
