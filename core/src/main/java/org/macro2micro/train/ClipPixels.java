package org.macro2micro.train;

import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.PreparedClip;

/** Where a clip's pixels come from: all clips of one source have the same T, H and W. */
@FunctionalInterface
public interface ClipPixels {
  /** The prepared clip of this id. */
  PreparedClip of(ClipId id);
}
