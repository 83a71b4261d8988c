package org.macro2micro.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Nested settings as lines of a dotted name and a value, in the order given. */
public final class SettingLines {
  private SettingLines() {}

  public static List<Map.Entry<String, String>> of(Map<String, ?> settings) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    add("", settings, lines);
    return lines;
  }

  private static void add(
      String prefix, Map<?, ?> settings, List<Map.Entry<String, String>> lines) {
    settings.forEach(
        (name, value) -> {
          String path = prefix + name;
          if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            add(path + ".", inner, lines);
          } else {
            lines.add(Map.entry(path, text(value)));
          }
        });
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }
}
