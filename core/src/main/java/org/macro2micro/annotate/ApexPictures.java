package org.macro2micro.annotate;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.preprocess.PreparedClips;

/** Takes pictures of the faces at the apexes of clips that were predicted as wholes. */
public final class ApexPictures {
  /** The largest number of clips with pictures, which bounds the size of the page. */
  public static final int MOST = 500;

  private static final int PIXELS = 96;

  private ApexPictures() {}

  /**
   * Takes the pictures.
   *
   * @param pixels where the clips are; those without a face, or that come as flow, have no picture
   * @param ids of clips that {@code pixels} has, in the order to show; of more than {@value #MOST}
   *     the first have pictures
   */
  public static SortedMap<ClipId, PngImage> of(PreparedClips pixels, Collection<ClipId> ids) {
    SortedMap<ClipId, PngImage> pictures = new TreeMap<>();
    ids.stream()
        .limit(MOST)
        .forEach(
            id ->
                pixels
                    .apexFace(id, PIXELS)
                    .ifPresent(
                        face ->
                            pictures.put(
                                id,
                                PngImage.ofPlanes(face.width(), face.height(), face.pixels()))));
    return pictures;
  }
}
