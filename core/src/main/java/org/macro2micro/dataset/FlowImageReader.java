package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Micro-expressions as ready optical flow, in one of two layouts. Each clip carries the name of the
 * database it was filmed for: {@code casme2}, {@code smic} or {@code samm}.
 *
 * <p>The first layout has a list, {@code labels.csv}, and two images a clip, {@code
 * onset-apex/casme2/sub01_EP02_01f.png} for the rise and the same under {@code apex-offset} for the
 * fall. The second is the one STSTNet (FG 2019) made public, one image a clip, sorted by the
 * held-out subject and the class: {@code norm_u_v_os/sub01/u_test/1/sub01_EP02_01f .png}. Where
 * both are found the first is read.
 */
public final class FlowImageReader implements ClipReader {
  /** The short name of the collection; its clips have the names of their own databases. */
  public static final String DATABASE = "mer-flow";

  private static final Set<String> PARTS =
      Set.of(FlowPairs.RISE, FlowPairs.FALL, FlowFolds.TRAIN, FlowFolds.TEST);
  private static final int DEPTH = 2;

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    return read(folder, true);
  }

  @Override
  public Inventory readLabels(Path folder) throws DatasetException {
    return read(folder, false);
  }

  private static Inventory read(Path folder, boolean images) throws DatasetException {
    FolderSearch.requireFolder(DATABASE, folder);
    List<Path> starts =
        FolderSearch.starts(folder, f -> PARTS.contains(Listing.nameOf(f)) || FlowFolds.isFold(f));
    Optional<Path> pairs = first(starts, FlowPairs::isRoot);
    if (pairs.isPresent()) {
      return images
          ? FlowPairs.read(folder, pairs.get())
          : FlowPairs.readLabels(folder, pairs.get());
    }
    Optional<Path> folds = first(starts, FlowFolds::isRoot);
    if (folds.isPresent()) {
      // Here the images' own places are the list: they are read either way.
      Inventory found = FlowFolds.read(folder, folds.get());
      return images
          ? found
          : Inventory.ofLabels(DATABASE, folder, found.labels(), found.problems());
    }
    throw new DatasetException(
        "mer-flow: neither of the two layouts is here",
        folder,
        "labels.csv beside the folders onset-apex and apex-offset, or subject folders with u_test"
            + " in them, here or up to 2 folders below",
        "Point to the folder that holds these.");
  }

  private static Optional<Path> first(List<Path> starts, Predicate<Path> isRoot) {
    return starts.stream()
        .flatMap(start -> FolderSearch.below(start, DEPTH, isRoot).stream())
        .filter(isRoot)
        .findFirst();
  }
}
