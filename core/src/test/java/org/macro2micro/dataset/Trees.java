package org.macro2micro.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tiny databases on disk, in the official layouts. */
public final class Trees {
  /** CASME II's row of heads, as distributed: two of the columns have none. */
  public static final List<Object> CASME_HEADS =
      List.of(
          "Subject",
          "Filename",
          "",
          "OnsetFrame",
          "ApexFrame",
          "OffsetFrame",
          "",
          "Action Units",
          "Estimated Emotion");

  private Trees() {}

  /** One row of CASME II's sheet; numbers become number cells. */
  public static List<Object> casmeRow(
      Object subject, String clip, Object onset, Object apex, Object offset, String emotion) {
    return List.of(subject, clip, "", onset, apex, offset, "", "4", emotion);
  }

  /** Two subjects, three clips: happiness, disgust, others; frames from 40 on in Cropped. */
  public static Path casme(Path root) throws IOException {
    xlsx(
        root.resolve("CASME2-coding-20140508.xlsx"),
        List.of(
            CASME_HEADS,
            casmeRow(1, "EP02_01f", 41, 43, 45, "happiness"),
            casmeRow(1, "EP03_02", 40, 42, 49, "disgust"),
            casmeRow(2, "EP01_11f", 42, 44, 46, "others")));
    Path frames = root.resolve("Cropped");
    casmeFrames(frames.resolve("sub01/EP02_01f"), 40, 49);
    casmeFrames(frames.resolve("sub01/EP03_02"), 40, 49);
    casmeFrames(frames.resolve("sub02/EP01_11f"), 40, 49);
    return root;
  }

  /** Writes reg_img{first}.jpg to reg_img{last}.jpg. */
  public static void casmeFrames(Path folder, int first, int last) throws IOException {
    for (int i = first; i <= last; i++) {
      image(folder.resolve("reg_img" + i + ".jpg"));
    }
  }

  /** Two subjects, three labelled sequences (surprise, anger, happiness) and one unlabelled. */
  public static Path ckPlus(Path root) throws IOException {
    ckSequence(root, "S005", "001", 3);
    ckSequence(root, "S005", "002", 4);
    ckSequence(root, "S010", "001", 3);
    ckSequence(root, "S010", "002", 3);
    ckLabel(root, "S005", "001", 3, "   7.0000000e+00\n");
    ckLabel(root, "S005", "002", 4, "   1.0000000e+00\n");
    ckLabel(root, "S010", "001", 3, "   5.0000000e+00\n");
    Files.createDirectories(root.resolve("Emotion/S010/002"));
    return root;
  }

  /** Writes the frames of one CK+ sequence. */
  public static void ckSequence(Path root, String subject, String sequence, int count)
      throws IOException {
    Path folder = root.resolve("cohn-kanade-images").resolve(subject).resolve(sequence);
    for (int i = 1; i <= count; i++) {
      image(folder.resolve("%s_%s_%08d.png".formatted(subject, sequence, i)));
    }
  }

  /** Writes the label file of one CK+ sequence. */
  public static Path ckLabel(Path root, String subject, String sequence, int peak, String text)
      throws IOException {
    Path folder = root.resolve("Emotion").resolve(subject).resolve(sequence);
    return text(folder.resolve("%s_%s_%08d_emotion.txt".formatted(subject, sequence, peak)), text);
  }

  /** A clip of each of the three databases, rise and fall. */
  public static Path flowPairs(Path root) throws IOException {
    text(
        root.resolve("labels.csv"),
        """
        database,subject,clip,label
        casme2,sub01,EP02_01f,positive
        smic,s01,s01_ne_01,negative
        samm,006,006_1_2,surprise
        """);
    for (String step : List.of("onset-apex", "apex-offset")) {
      image(root.resolve(step).resolve("casme2/sub01_EP02_01f.png"));
      image(root.resolve(step).resolve("smic/s01_s01_ne_01.png"));
      image(root.resolve(step).resolve("samm/006_006_1_2.png"));
    }
    return root;
  }

  /** The same clips in STSTNet's layout, with the space before the extension. */
  public static Path flowFolds(Path root) throws IOException {
    Path folds = root.resolve("norm_u_v_os");
    image(folds.resolve("sub01/u_test/1/sub01_EP02_01f .png"));
    image(folds.resolve("sub01/u_train/0/s01_s01_ne_01 .png"));
    image(folds.resolve("s01/u_test/0/s01_s01_ne_01 .png"));
    image(folds.resolve("s01/u_train/1/sub01_EP02_01f .png"));
    image(folds.resolve("006/u_test/2/006_006_1_2 .png"));
    return root;
  }

  /** Writes a workbook of one sheet. */
  public static Path xlsx(Path file, List<List<Object>> rows) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "tests", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Sheet1");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          Object value = rows.get(r).get(c);
          if (value instanceof Number number) {
            sheet.value(r, c, number);
          } else if (!value.equals("")) {
            sheet.value(r, c, value.toString());
          }
        }
      }
    }
    return file;
  }

  /** Writes an image of 8x6 pixels in the format its name says. */
  public static Path image(Path file) throws IOException {
    return image(file, 8, 6);
  }

  /** Writes an image in the format its name says. */
  public static Path image(Path file, int width, int height) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x808080);
    String name = file.getFileName().toString();
    String format = name.substring(name.lastIndexOf('.') + 1);
    if (!ImageIO.write(image, format, file.toFile())) {
      throw new IOException("no writer for " + format);
    }
    return file;
  }

  /** Writes a text file. */
  public static Path text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Moves a folder to where its parents are yet to be made. */
  public static Path move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    return Files.move(from, to);
  }

  /** Cuts a file short. */
  public static void truncate(Path file, int bytes) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(all, bytes));
  }

  /** The problems as lines. */
  static List<String> lines(Inventory inventory) {
    return inventory.problems().stream().map(Problem::toString).toList();
  }

  /** The ids of the clips. */
  static List<String> ids(Inventory inventory) {
    return inventory.corpus().clips().stream().map(clip -> clip.id().toString()).toList();
  }
}
