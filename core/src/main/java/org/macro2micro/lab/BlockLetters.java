package org.macro2micro.lab;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;

/**
 * Capital letters five squares wide and seven high. The JDK's own text needs fonts of the machine,
 * which many servers lack and which differ where they exist.
 */
final class BlockLetters {
  private static final int ADVANCE = 6;

  /** Rows from the top, a string each; # is ink. Letters that no caption uses are missing. */
  private static final Map<Character, List<String>> LETTERS =
      Map.ofEntries(
          letter('A', ".###. #...# #...# ##### #...# #...# #...#"),
          letter('C', ".#### #.... #.... #.... #.... #.... .####"),
          letter('D', "####. #...# #...# #...# #...# #...# ####."),
          letter('E', "##### #.... #.... ####. #.... #.... #####"),
          letter('F', "##### #.... #.... ####. #.... #.... #...."),
          letter('G', ".#### #.... #.... #..## #...# #...# .####"),
          letter('H', "#...# #...# #...# ##### #...# #...# #...#"),
          letter('I', ".###. ..#.. ..#.. ..#.. ..#.. ..#.. .###."),
          letter('K', "#...# #..#. #.#.. ##... #.#.. #..#. #...#"),
          letter('L', "#.... #.... #.... #.... #.... #.... #####"),
          letter('M', "#...# ##.## #.#.# #.#.# #...# #...# #...#"),
          letter('N', "#...# ##..# #.#.# #..## #...# #...# #...#"),
          letter('O', ".###. #...# #...# #...# #...# #...# .###."),
          letter('P', "####. #...# #...# ####. #.... #.... #...."),
          letter('R', "####. #...# #...# ####. #.#.. #..#. #...#"),
          letter('S', ".#### #.... #.... .###. ....# ....# ####."),
          letter('T', "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#.."),
          letter('U', "#...# #...# #...# #...# #...# #...# .###."),
          letter('X', "#...# #...# .#.#. ..#.. .#.#. #...# #...#"));

  private BlockLetters() {}

  /**
   * Writes a line of capitals.
   *
   * @param x left edge in pixels
   * @param y upper edge in pixels
   * @param square width of a square in pixels
   */
  static void write(Graphics2D canvas, String text, int x, int y, int square) {
    canvas.setPaint(Color.BLACK);
    for (int i = 0; i < text.length(); i++) {
      List<String> rows = LETTERS.getOrDefault(text.charAt(i), List.of());
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).length(); column++) {
          if (rows.get(row).charAt(column) == '#') {
            canvas.fillRect(x + (i * ADVANCE + column) * square, y + row * square, square, square);
          }
        }
      }
    }
  }

  private static Map.Entry<Character, List<String>> letter(char letter, String rows) {
    return Map.entry(letter, List.of(rows.split(" ", -1)));
  }
}
