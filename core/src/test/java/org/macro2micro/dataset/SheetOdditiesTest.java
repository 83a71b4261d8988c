package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;

/**
 * Sheets as they go about: columns in any order, blank or doubled, a preface of any length, names
 * and numbers written in every known way. Whatever a sheet looks like, the same clips and labels
 * are read from it.
 */
class SheetOdditiesTest {
  private static final List<String> CASME_EMOTIONS =
      List.of("happiness", "disgust", "repression", "surprise", "others", "sadness", "fear");
  private static final List<String> SAMM_EMOTIONS =
      List.of("anger", "contempt", "disgust", "fear", "happiness", "sadness", "surprise", "other");

  private Path folder;

  @BeforeProperty
  void makeAFolder() throws IOException {
    folder = Files.createTempDirectory("sheets");
  }

  @AfterProperty
  void deleteIt() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A sheet in the making: what it says, and how. */
  private final class Oddly {
    final Random random;
    final List<String> heads = new ArrayList<>();
    final List<List<Object>> rows = new ArrayList<>();
    final SortedMap<ClipId, Emotion> expected = new TreeMap<>();

    Oddly(long seed) {
      random = new Random(seed);
    }

    /** A text with the spaces, cases and kinds of cell that people and programs give it. */
    Object cell(String text) {
      if (text.matches("[1-9]\\d*") && random.nextBoolean()) {
        return random.nextBoolean() ? Integer.valueOf(text) : (Object) Double.valueOf(text);
      }
      return Arrays.asList("", " ", "\u00a0").get(random.nextInt(3))
          + text
          + Arrays.asList("", "  ", "\u00a0").get(random.nextInt(3));
    }

    String cased(String word) {
      return switch (random.nextInt(3)) {
        case 0 -> word.toUpperCase(Locale.ROOT);
        case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        default -> word;
      };
    }

    String head(String title) {
      return switch (random.nextInt(4)) {
        case 0 -> title.toUpperCase(Locale.ROOT);
        case 1 -> " " + title.replace(" ", "  ") + "\u00a0";
        case 2 -> title.replace(" ", "_");
        default -> title;
      };
    }

    /** Writes the table with its columns shuffled, some doubled, blank ones between. */
    void write(Path file, int preface, int blanks) throws IOException {
      List<Integer> order = new ArrayList<>();
      for (int c = 0; c < heads.size(); c++) {
        order.add(c);
        if (random.nextInt(4) == 0) {
          order.add(c);
        }
      }
      for (int i = 0; i < blanks; i++) {
        order.add(-1);
      }
      Collections.shuffle(order, random);
      List<List<Object>> all = new ArrayList<>();
      for (int i = 0; i < preface; i++) {
        all.add(random.nextBoolean() ? List.of() : List.of("About", "", "the subject " + i));
      }
      List<Object> row = new ArrayList<>();
      order.forEach(c -> row.add(c < 0 ? "" : head(heads.get(c))));
      all.add(List.copyOf(row));
      for (List<Object> cells : rows) {
        row.clear();
        order.forEach(c -> row.add(c < 0 ? "" : cells.get(c)));
        all.add(List.copyOf(row));
        if (random.nextInt(5) == 0) {
          all.add(List.of());
        }
      }
      Trees.xlsx(file, all);
    }
  }

  @Property(tries = 60)
  void casmeTwo(
      @ForAll long seed,
      @ForAll @IntRange(max = 30) int preface,
      @ForAll @IntRange(max = 4) int blanks)
      throws Exception {
    Oddly sheet = new Oddly(seed);
    Collections.addAll(
        sheet.heads,
        "Subject",
        "Filename",
        "Onset Frame",
        "Apex Frame",
        "Offset Frame",
        "Action Units",
        "Estimated Emotion");
    for (int i = 1; i <= 12; i++) {
      int subject = 1 + sheet.random.nextInt(26);
      String name = "EP%02d_%02d".formatted(i, 1 + sheet.random.nextInt(9));
      String emotion = CASME_EMOTIONS.get(sheet.random.nextInt(CASME_EMOTIONS.size()));
      sheet.expected.put(
          ClipId.of("casme2", "sub%02d".formatted(subject), name + "f"),
          Emotion.parse(emotion).orElseThrow());
      String who = List.of("%d", "%02d", "sub%02d", "SUB%d").get(sheet.random.nextInt(4));
      sheet.rows.add(
          List.of(
              sheet.cell(who.formatted(subject)),
              sheet.cell(
                  sheet.random.nextBoolean() ? name + "f" : name.toLowerCase(Locale.ROOT) + "F"),
              sheet.cell("41"),
              sheet.random.nextInt(9) == 0 ? "/" : sheet.cell("43"),
              sheet.cell("45"),
              "4+7",
              sheet.cell(sheet.cased(emotion))));
    }
    String edition = List.of("20140508", "20190701", "V2").get(sheet.random.nextInt(3));
    Path root = Files.createTempDirectory(folder, "casme");
    sheet.write(root.resolve("CASME2-coding-" + edition + ".xlsx"), preface, blanks);
    assertThat(new CasmeTwoReader().readLabels(root).labels()).isEqualTo(sheet.expected);
  }

  @Property(tries = 60)
  void samm(
      @ForAll long seed,
      @ForAll @IntRange(max = 30) int preface,
      @ForAll @IntRange(max = 4) int blanks)
      throws Exception {
    Oddly sheet = new Oddly(seed);
    Collections.addAll(
        sheet.heads,
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
    for (int i = 1; i <= 12; i++) {
      int subject = 6 + sheet.random.nextInt(32);
      String id = "%03d".formatted(subject);
      int take = 1 + sheet.random.nextInt(9);
      String emotion = SAMM_EMOTIONS.get(sheet.random.nextInt(SAMM_EMOTIONS.size()));
      sheet.expected.put(
          ClipId.of("samm", id, "%s_%d_%d".formatted(id, i, take)),
          Emotion.parse(emotion).orElseThrow());
      String who = List.of("%d", "%02d", "%03d").get(sheet.random.nextInt(3));
      Object name = "%s_%d_%d".formatted(sheet.random.nextBoolean() ? id : subject, i, take);
      if (subject > 12 && subject < 29 && i < 10 && sheet.random.nextInt(4) == 0) {
        // A program took it for a date: year, month and day, of which only the year can be above
        // 31.
        name = "20%02d-%02d-%02d".formatted(subject, i, take);
      }
      Object onset = sheet.cell("1000");
      Object apex = sheet.cell(sheet.random.nextInt(5) == 0 ? "1900" : "1040");
      Object offset = sheet.cell(sheet.random.nextInt(5) == 0 ? "108" : "1080");
      sheet.rows.add(
          List.of(
              sheet.cell(who.formatted(subject)),
              name,
              i,
              onset,
              apex,
              offset,
              sheet.cell("81"),
              "Micro - 1/2",
              "R4 or L12A/B",
              sheet.cell(sheet.cased(emotion)),
              1,
              ""));
    }
    Path root = Files.createTempDirectory(folder, "samm");
    sheet.write(root.resolve("SAMM_Micro_FACS_Codes_v2.xlsx"), preface, blanks);
    Inventory inventory = new SammReader().readLabels(root);
    assertThat(inventory.labels())
        .as(String.join("\n", Trees.lines(inventory)))
        .isEqualTo(sheet.expected);
  }
}
