package org.macro2micro.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.macro2micro.base.Progress;
import org.macro2micro.lab.database.CasmeTwoWriter;
import org.macro2micro.lab.database.CkPlusWriter;
import org.macro2micro.lab.database.DatabaseWriter;
import org.macro2micro.lab.database.MmiWriter;
import org.macro2micro.lab.database.SammWriter;
import org.macro2micro.lab.database.SmicWriter;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Roster;

/** Writes whole generated databases. */
public final class LabDatabase {
  private static final int THREADS = 2;

  private LabDatabase() {}

  /**
   * Writes a database. It is built in a folder beside the one asked for and moved there when it is
   * complete: the folder holds all of it or nothing.
   *
   * @param folder must not exist, or be empty
   * @throws IOException if the folder holds something, or can't be written
   */
  public static void write(LabSettings settings, Path folder, Progress progress)
      throws IOException {
    write(settings, folder, progress, THREADS);
  }

  static void write(LabSettings settings, Path folder, Progress progress, int threads)
      throws IOException {
    WholeFolder.write(folder, building -> build(settings, building, progress, threads));
  }

  private static void build(LabSettings settings, Path root, Progress progress, int threads)
      throws IOException {
    List<CastClip> clips = Roster.of(settings);
    DatabaseWriter writer =
        switch (settings.layout()) {
          case CASME_TWO -> new CasmeTwoWriter();
          case SMIC -> new SmicWriter();
          case SAMM -> new SammWriter();
          case CK_PLUS -> new CkPlusWriter();
          case MMI -> new MmiWriter(clips);
        };
    List<Callable<Path>> pieces = new ArrayList<>();
    for (CastClip clip : clips) {
      pieces.add(
          () -> {
            writer.writeClip(settings, clip, root);
            return root;
          });
    }
    WholeFolder.inParallel(pieces, threads, root, progress);
    writer.writeSheets(settings, clips, root);
  }
}
