package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random bytes and damaged copies in place of every kind of file. Whatever they hold, a reader ends
 * with an inventory or a {@link DatasetException}; any other throwable fails the test.
 */
class HostileFilesTest {
  private static final int TRIES = 40;

  @TempDir Path root;

  @Test
  void anyBytesAsASpreadsheet() throws Exception {
    Path sheet = Trees.casme(root).resolve("CASME2-coding-20140508.xlsx");
    int[] ends = attack(new CasmeTwoReader(), sheet, new SplittableRandom(1));
    assertThat(ends[0]).as("refused").isPositive();
  }

  @Test
  void anyXmlInsideASpreadsheet() throws Exception {
    Path sheet = Trees.casme(root).resolve("CASME2-coding-20140508.xlsx");
    List<String> names = new ArrayList<>();
    List<byte[]> parts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(sheet.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        names.add(entry.getName());
        parts.add(zip.getInputStream(entry).readAllBytes());
      }
    }
    SplittableRandom random = new SplittableRandom(2);
    int[] ends = new int[2];
    for (int t = 0; t < 2 * TRIES; t++) {
      int victim = random.nextInt(parts.size());
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(sheet))) {
        for (int i = 0; i < parts.size(); i++) {
          out.putNextEntry(new ZipEntry(names.get(i)));
          out.write(i == victim ? Hostile.mutated(parts.get(i), random) : parts.get(i));
        }
      }
      ends[Hostile.end(new CasmeTwoReader(), root, "part " + names.get(victim) + ", try " + t)]++;
    }
    assertThat(ends[0]).as("refused").isPositive();
    assertThat(ends[1]).as("read").isPositive();
  }

  @Test
  void anyBytesAsAFrame() throws Exception {
    Path frame = Trees.casme(root).resolve("Cropped/sub01/EP02_01f/reg_img43.jpg");
    int[] ends = attack(new CasmeTwoReader(), frame, new SplittableRandom(3));
    assertThat(ends[0]).as("refused").isZero();
  }

  @Test
  void anyBytesAsAFlowImage() throws Exception {
    Path image = Trees.flowPairs(root).resolve("onset-apex/casme2/sub01_EP02_01f.png");
    int[] ends = attack(new FlowImageReader(), image, new SplittableRandom(4));
    assertThat(ends[0]).as("refused").isZero();
  }

  @Test
  void anyBytesAsABitmap() throws Exception {
    Trees.casme(root);
    Path folder = root.resolve("Cropped/sub01/EP02_01f");
    Files.delete(folder.resolve("reg_img43.jpg"));
    Path bitmap = Trees.image(folder.resolve("reg_img43.bmp"));
    int[] ends = attack(new CasmeTwoReader(), bitmap, new SplittableRandom(5));
    assertThat(ends[0]).as("refused").isZero();
  }

  @Test
  void anyBytesAsAList() throws Exception {
    Path list = Trees.flowPairs(root).resolve("labels.csv");
    int[] ends = attack(new FlowImageReader(), list, new SplittableRandom(6));
    assertThat(ends[0]).as("refused").isPositive();
    assertThat(ends[1]).as("read").isPositive();
  }

  @Test
  void anyBytesAsALabel() throws Exception {
    Trees.ckPlus(root);
    Path label = Trees.ckLabel(root, "S010", "002", 3, "   4.0000000e+00\n");
    int[] ends = attack(new CkPlusReader(), label, new SplittableRandom(7));
    assertThat(ends[0]).as("refused").isZero();
  }

  @Test
  void anyBytesAsActionUnits() throws Exception {
    Trees.ckPlus(root);
    Path units = root.resolve("FACS/S005/001/S005_001_00000003_facs.txt");
    int[] ends = attack(new CkPlusReader(), units, new SplittableRandom(8));
    assertThat(ends[0]).as("refused").isZero();
    assertThat(new CkPlusReader().read(root).corpus().clips()).as("kept").hasSize(3);
  }

  private int[] attack(ClipReader reader, Path victim, RandomGenerator random) throws IOException {
    return Hostile.attack(reader, root, victim, random, TRIES);
  }
}
