package org.macro2micro.lab.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.LabSettings;

/** Writes one official layout. Implementations never change: clips may be written in any order. */
public interface DatabaseWriter {
  /** Writes the frames of one clip and what stands beside them. */
  void writeClip(LabSettings settings, CastClip clip, Path root) throws IOException;

  /** Writes what describes the database as a whole. */
  void writeSheets(LabSettings settings, List<CastClip> clips, Path root) throws IOException;
}
