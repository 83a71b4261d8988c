package org.macro2micro.drawing;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;

/**
 * Capital letters five squares wide and seven high. The JDK's own text needs fonts of the machine,
 * which many servers lack and which differ where they exist.
 */
public final class BlockLetters {
  /** The height of a letter in squares. */
  public static final int HEIGHT = 7;

  private static final int ADVANCE = 6;

  /** The picture for a character that is not one of the letters. */
  private static final List<String> UNKNOWN =
      List.of("#####", "#...#", "#...#", "#...#", "#...#", "#...#", "#####");

  /** Rows from the top, one string each; # is ink. */
  private static final Map<Character, List<String>> LETTERS =
      Map.ofEntries(
          letter('A', ".###. #...# #...# ##### #...# #...# #...#"),
          letter('B', "####. #...# #...# ####. #...# #...# ####."),
          letter('C', ".#### #.... #.... #.... #.... #.... .####"),
          letter('D', "####. #...# #...# #...# #...# #...# ####."),
          letter('E', "##### #.... #.... ####. #.... #.... #####"),
          letter('F', "##### #.... #.... ####. #.... #.... #...."),
          letter('G', ".#### #.... #.... #..## #...# #...# .####"),
          letter('H', "#...# #...# #...# ##### #...# #...# #...#"),
          letter('I', ".###. ..#.. ..#.. ..#.. ..#.. ..#.. .###."),
          letter('J', "..### ...#. ...#. ...#. ...#. #..#. .##.."),
          letter('K', "#...# #..#. #.#.. ##... #.#.. #..#. #...#"),
          letter('L', "#.... #.... #.... #.... #.... #.... #####"),
          letter('M', "#...# ##.## #.#.# #.#.# #...# #...# #...#"),
          letter('N', "#...# ##..# #.#.# #..## #...# #...# #...#"),
          letter('O', ".###. #...# #...# #...# #...# #...# .###."),
          letter('P', "####. #...# #...# ####. #.... #.... #...."),
          letter('Q', ".###. #...# #...# #...# #.#.# #..#. .##.#"),
          letter('R', "####. #...# #...# ####. #.#.. #..#. #...#"),
          letter('S', ".#### #.... #.... .###. ....# ....# ####."),
          letter('T', "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#.."),
          letter('U', "#...# #...# #...# #...# #...# #...# .###."),
          letter('V', "#...# #...# #...# #...# #...# .#.#. ..#.."),
          letter('W', "#...# #...# #...# #.#.# #.#.# ##.## #...#"),
          letter('X', "#...# #...# .#.#. ..#.. .#.#. #...# #...#"),
          letter('Y', "#...# #...# .#.#. ..#.. ..#.. ..#.. ..#.."),
          letter('Z', "##### ....# ...#. ..#.. .#... #.... #####"),
          letter('0', ".###. #...# #..## #.#.# ##..# #...# .###."),
          letter('1', "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###."),
          letter('2', ".###. #...# ....# ..##. .#... #.... #####"),
          letter('3', "####. ....# ....# .###. ....# ....# ####."),
          letter('4', "...#. ..##. .#.#. #..#. ##### ...#. ...#."),
          letter('5', "##### #.... ####. ....# ....# #...# .###."),
          letter('6', ".###. #.... #.... ####. #...# #...# .###."),
          letter('7', "##### ....# ...#. ..#.. ..#.. .#... .#..."),
          letter('8', ".###. #...# #...# .###. #...# #...# .###."),
          letter('9', ".###. #...# #...# .#### ....# ....# .###."),
          letter(' ', "..... ..... ..... ..... ..... ..... ....."),
          letter('-', "..... ..... ..... ##### ..... ..... ....."),
          letter('.', "..... ..... ..... ..... ..... .##.. .##.."),
          letter('/', "....# ...#. ...#. ..#.. .#... .#... #...."),
          letter(':', "..... .##.. .##.. ..... .##.. .##.. ....."));

  private BlockLetters() {}

  /**
   * Writes a line of capitals in the canvas' paint; small letters become capitals.
   *
   * @param x left edge in pixels
   * @param y upper edge in pixels
   * @param square width of a square in pixels
   */
  public static void write(Graphics2D canvas, String text, int x, int y, int square) {
    for (int i = 0; i < text.length(); i++) {
      List<String> rows = LETTERS.getOrDefault(Character.toUpperCase(text.charAt(i)), UNKNOWN);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).length(); column++) {
          if (rows.get(row).charAt(column) == '#') {
            canvas.fillRect(x + (i * ADVANCE + column) * square, y + row * square, square, square);
          }
        }
      }
    }
  }

  /** Pixels from the left of the first letter to the right of the last. */
  public static int width(String text, int square) {
    return text.isEmpty() ? 0 : (text.length() * ADVANCE - 1) * square;
  }

  private static Map.Entry<Character, List<String>> letter(char letter, String rows) {
    return Map.entry(letter, List.of(rows.split(" ", -1)));
  }
}
