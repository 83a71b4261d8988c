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
    return casmeRow(subject, clip, onset, apex, offset, "4", emotion);
  }

  /** The same with action units, a text or a number. */
  public static List<Object> casmeRow(
      Object subject,
      String clip,
      Object onset,
      Object apex,
      Object offset,
      Object units,
      String emotion) {
    return List.of(subject, clip, "", onset, apex, offset, "", units, emotion);
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

  /**
   * Two subjects, three labelled sequences (surprise, anger, happiness) and one unlabelled; all are
   * coded with units 1 and 27, the second at intensity 4.
   */
  public static Path ckPlus(Path root) throws IOException {
    ckSequence(root, "S005", "001", 3);
    ckSequence(root, "S005", "002", 4);
    ckSequence(root, "S010", "001", 3);
    ckSequence(root, "S010", "002", 3);
    ckLabel(root, "S005", "001", 3, "   7.0000000e+00\n");
    ckLabel(root, "S005", "002", 4, "   1.0000000e+00\n");
    ckLabel(root, "S010", "001", 3, "   5.0000000e+00\n");
    Files.createDirectories(root.resolve("Emotion/S010/002"));
    for (String sequence : List.of("S005/001", "S005/002", "S010/001", "S010/002")) {
      ckUnits(
          root, sequence, "   1.0000000e+00   0.0000000e+00\n   2.7000000e+01   4.0000000e+00\n");
    }
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

  /** Writes the file of action units of one CK+ sequence, such as S005/001. */
  public static Path ckUnits(Path root, String sequence, String text) throws IOException {
    String stem = sequence.replace('/', '_') + "_00000003_facs.txt";
    return text(root.resolve("FACS").resolve(sequence).resolve(stem), text);
  }

  /** SAMM's row of heads, as distributed. */
  public static final List<Object> SAMM_HEADS =
      List.of(
          "Subject",
          "Filename",
          "Inducement Code",
          "Onset Frame",
          "Apex Frame",
          "Offset Frame",
          "Duration",
          "Micro",
          "Action Units",
          "Estimated Emotion",
          "Objective Classes",
          "Notes");

  /** One row of SAMM's sheet; the duration is a number of frames. */
  public static List<Object> sammRow(
      Object subject,
      Object clip,
      Object onset,
      Object apex,
      Object offset,
      Object duration,
      String emotion) {
    return List.of(
        subject,
        clip,
        1,
        onset,
        apex,
        offset,
        duration,
        "Micro - 1/2",
        "R4 or L12A",
        emotion,
        1,
        "");
  }

  /** Writes SAMM's sheet, its heads in row 14. */
  @SafeVarargs
  public static Path sammSheet(Path root, List<Object>... rows) throws IOException {
    List<List<Object>> all = new java.util.ArrayList<>();
    all.add(List.of("Micro-movements"));
    for (int i = 1; i < 13; i++) {
      all.add(List.of());
    }
    all.add(SAMM_HEADS);
    all.addAll(List.of(rows));
    return xlsx(root.resolve("SAMM_Micro_FACS_Codes_v2.xlsx"), all);
  }

  /** Two subjects, three clips (anger, surprise, other), frames 998 to 1007. */
  public static Path samm(Path root) throws IOException {
    sammSheet(
        root,
        sammRow("006", "006_1_2", 1000, 1003, 1005, 6, "Anger"),
        sammRow("006", "006_2_1", 999, 1002, 1007, 9, "Surprise"),
        sammRow("013", "013_1_9", 998, 1001, 1006, 9, "Other"));
    for (String clip : List.of("006/006_1_2", "006/006_2_1", "013/013_1_9")) {
      for (int i = 998; i <= 1007; i++) {
        image(root.resolve(clip).resolve(clip.substring(0, 3) + "_%05d.jpg".formatted(i)));
      }
    }
    return root;
  }

  /** Two subjects, three clips, one a label, in SMIC's cropped form, under each camera. */
  public static Path smic(Path root) throws IOException {
    for (String camera : List.of("HS", "VIS", "NIR")) {
      Path folder = root.resolve("SMIC_all_cropped").resolve(camera);
      smicClip(folder.resolve("s1/micro/negative/s1_ne_01"), 4);
      smicClip(folder.resolve("s1/micro/surprise/s1_sur_01"), 4);
      smicClip(folder.resolve("s11/micro/positive/s11_po_01"), 5);
      smicClip(folder.resolve("s1/non_micro/s1_non_01"), 2);
    }
    return root;
  }

  /** Writes the frames of one clip of SMIC. */
  public static void smicClip(Path folder, int count) throws IOException {
    for (int i = 1; i <= count; i++) {
      image(folder.resolve("reg_image%04d.bmp".formatted(i)));
    }
  }

  /** The long form of the high-speed part: two videos, the second with two expressions. */
  public static Path smicLong(Path root) throws IOException {
    Path folder = root.resolve("HS_long");
    xlsx(
        folder.resolve("SMIC-HS-E_annotation.xlsx"),
        List.of(
            List.of(
                "Subject",
                "Filename",
                "FirstF",
                "OnsetF",
                "OffsetF",
                "LastF",
                "Onset2F",
                "Offset2F"),
            List.of(1, "s01_ne_01", 1, 3, 6, 10, "", ""),
            List.of(11, "s11_po_02", 1, 2, 4, 10, 6, 9)));
    for (String video : List.of("s01/s01_ne_01", "s11/s11_po_02")) {
      for (int i = 1; i <= 10; i++) {
        image(folder.resolve("SMIC_HS_E").resolve(video).resolve("image%06d.jpg".formatted(i)));
      }
    }
    return root;
  }

  /** Two subjects, three frontal clips (anger, surprise, fear), a profile and another task. */
  public static Path mmi(Path root) throws IOException {
    mmiSession(root, "1", "S001-001", "0", "1", true);
    mmiSession(root, "2", "S001-002", "2", "6", false);
    mmiSession(root, "10", "S002-001", "0", "3", true);
    mmiSession(root, "11", "S002-002", "1", "3", true);
    mmiSession(root, "12", "S002-003", "0", "17", true);
    return root;
  }

  /** Writes a session of MMI with a video of 6 frames of 40x24 pixels. */
  public static Path mmiSession(
      Path root, String number, String stem, String view, String emotion, boolean coded)
      throws IOException {
    Path folder = root.resolve("Sessions").resolve(number);
    text(
        folder.resolve("session.xml"),
        "<session><subject id=\"1\"/><track filename=\"%s.avi\" view=\"%s\"/></session>"
            .formatted(stem, view));
    text(
        folder.resolve(stem + ".xml"),
        "<Metadata><Metatag Name=\"Emotion\" Value=\"%s\"/></Metadata>".formatted(emotion));
    if (coded) {
      text(folder.resolve(stem + "-oao_aucs.xml"), "<Oao_AUCs/>");
    }
    video(folder.resolve(stem + ".avi"), 40, 24, 6);
    return folder;
  }

  /** Writes a video whose frames are black, but frame i is i*20+40 grey in its right half. */
  public static Path video(Path file, int width, int height, int frames) throws IOException {
    Files.createDirectories(file.getParent());
    try (org.macro2micro.video.VideoWriter video =
        org.macro2micro.video.VideoWriter.open(file, width, height, 25)) {
      for (int i = 0; i < frames; i++) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
          for (int x = width / 2; x < width; x++) {
            image.setRGB(x, y, (i * 20 + 40) * 0x010101);
          }
        }
        video.add(image);
      }
    }
    return file;
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
